import { chosenConcept, drawsLots, type Processor } from '@kt-event/sdk';
import { checkField } from './form-field.js';
import { html, type Markup } from './html.js';
import { toDate } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';
import type { ReturnedForm } from './returned-form.js';

export interface ConsentOptions {
  readonly campaign: PlannedCampaign;
  /** Who handles the data for the store. */
  readonly processors: readonly Processor[];
  readonly form: ReturnedForm | undefined;
}

/** Each consent by itself, its notice in full, and none ticked in advance. */
export function consentNotices(options: ConsentOptions): Markup {
  const { form } = options;
  const needed = (name: string, text: string) => checkField({ name, text, required: true }, form);
  return html`<fieldset>
<legend>확인과 동의</legend>
${needed('overFourteen', '만 14세 이상입니다')}
<p class="hint">만 14세 미만은 응모할 수 없습니다. 만 14세 이상인 보호자가 본인의 이름과 번호로 응모해 주세요.</p>
${needed('consent', '개인정보 수집·이용에 동의합니다')}
${collectionNotice(options)}
</fieldset>
<fieldset>
<legend>소식 받기</legend>
${checkField({ name: 'marketingConsent', text: '소식·혜택 안내를 받겠습니다', required: false }, form)}
${marketingNotice(options.campaign)}
</fieldset>`;
}

/** The four notices that the law asks for. Source: 개인정보보호법 §15②; the period stands out by §22②. */
function collectionNotice({ campaign, processors }: ConsentOptions): Markup {
  const { brief, plan } = campaign;
  const lottery = brief.entry.mechanic === 'lottery';
  const coupons = drawsLots(brief.entry) ? '신청 접수, 추첨, 쿠폰 확인, 연락' : '신청 접수, 쿠폰 확인, 연락';
  return html`<dl class="notice">
<dt>개인정보처리자</dt><dd>${brief.store.name}</dd>
<dt>수집·이용 목적</dt><dd>${lottery ? '응모 접수, 당첨자 추첨·연락, 경품 전달' : coupons}</dd>
<dt>수집 항목</dt><dd>이름, 휴대폰 번호</dd>
<dt>보유·이용 기간</dt><dd><strong>${toDate(plan.schedule.deleteAt)}까지, 이후 지체 없이 파기</strong>${isTaxed(campaign) && taxRecords}</dd>
<dt>거부할 권리</dt><dd>동의를 거부할 수 있으며, 거부하면 응모할 수 없습니다.</dd>
${processors.length > 0 && html`<dt>처리를 맡기는 곳</dt>${processors.map(({ name, task }) => html`<dd><strong>${name}</strong> · ${task}</dd>`)}`}
<dt>제3자 제공</dt><dd>하지 않습니다.</dd>
<dt>철회·삭제</dt><dd>언제든지 ${brief.store.phone}로 요청할 수 있습니다.</dd>
</dl>`;
}

/** Above this the payment of a prize is recorded for the tax office. Source: 소득세법 §84, read 2026-11 (TAX-001). */
const taxFreePrizeKrw = 50_000;

function isTaxed({ plan }: PlannedCampaign): boolean {
  return chosenConcept(plan).prizes.some(({ valueKrw }) => valueKrw > taxFreePrizeKrw);
}

const taxRecords =
  '. 세금을 신고해야 하는 경품을 받으시면, 그때 따로 안내하고 법이 정한 기록만 따로 보관합니다.';

/** Apart from the collection, and never a condition. Source: 개인정보보호법 §22①, §22⑤; 정보통신망법 §50③ on the night. */
function marketingNotice({ brief: { store } }: PlannedCampaign): Markup {
  return html`<dl class="notice">
<dt>수집·이용 목적</dt><dd><strong>${store.name}의 행사·할인 안내</strong></dd>
<dt>수집 항목</dt><dd>휴대폰 번호</dd>
<dt>보내는 방법</dt><dd>문자, 카카오톡. 밤 9시부터 아침 8시까지는 보내지 않습니다.</dd>
<dt>보유·이용 기간</dt><dd><strong>동의를 철회할 때까지 (2년마다 확인)</strong></dd>
<dt>거부할 권리</dt><dd><strong>동의하지 않아도 응모할 수 있습니다.</strong> 당첨에도 영향이 없습니다.</dd>
<dt>철회</dt><dd>응모하신 뒤 ‘내 응모 확인’ 화면에서, 또는 ${store.phone}로 언제든지 거둘 수 있습니다.</dd>
</dl>`;
}
