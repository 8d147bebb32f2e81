import { textField } from './form-field.js';
import { html } from './html.js';
import { layout } from './layout.js';
import { masthead } from './masthead.js';
import type { PlannedCampaign } from './planned-campaign.js';
import type { ReturnedForm } from './returned-form.js';

export interface ReceiptLookupOptions {
  readonly campaign: PlannedCampaign;
  readonly entryId: string;
  /** Why what was sent opened nothing. */
  readonly refusal: string | undefined;
}

/** For whoever comes with the address alone. Whoever comes with what is behind its `#` as well is let in by a script. */
export function receiptLookupPage({ campaign, entryId, refusal }: ReceiptLookupOptions): string {
  const { brief, rehearsal, slug } = campaign;
  const form: ReturnedForm | undefined =
    refusal === undefined
      ? undefined
      : { values: {}, words: { title: refusal, text: '' }, wrong: { salt: refusal } };
  return layout({
    title: `내 응모 확인 · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    scripts: ['receipt.js'],
    masthead: masthead(brief.store.name, '내 응모 확인', brief.name),
    body: html`<div class="narrow">
<form class="card" id="lookup" method="post" action="/e/${slug}/receipts/${entryId}">
<p>접수증에 있는 본인 확인 값을 넣으면 응모 내용과 결과를 볼 수 있습니다.</p>
${textField(saltField, form)}
<button type="submit">확인하기</button>
</form>
<p class="back"><a class="tap" href="/e/${slug}">이벤트 화면으로</a></p>
</div>`,
  });
}

const saltField = {
  name: 'salt',
  label: '본인 확인 값',
  hint: '접수증에 적힌 영문과 숫자 32자입니다.',
  attributes: html`required minlength="32" maxlength="32" pattern="[0-9a-f]{32}" title="영문 소문자와 숫자 32자" autocomplete="off" autocapitalize="none" spellcheck="false"`,
};
