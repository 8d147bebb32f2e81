import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { ReceiptView } from './receipt-view.js';

/** Lets whoever agreed to hear of the store take that back, as easily as it was given; without a script as well. */
export function receiptConsent({ campaign, receipt, consent }: ReceiptView): Markup | false {
  if (!consent) return false;
  const { slug, brief } = campaign;
  if (consent.withdrawnAt !== undefined)
    return html`<section class="card" role="status"><h2>소식 받기 동의를 거두었습니다</h2>
<p>${toMoment(consent.withdrawnAt)}에 거두었습니다. ${brief.store.name}에서 행사·할인 안내를 더는 보내지 않습니다. 처리 결과를 14일 안에 알려 드립니다. 응모는 그대로입니다.</p></section>`;
  return html`<details class="card">
<summary>소식 받기 동의 거두기</summary>
<p>${brief.store.name}의 행사·할인 안내를 받겠다고 하셨습니다. 거두어도 응모와 당첨에는 영향이 없습니다.</p>
<form method="post" action="/e/${slug}/receipts/${receipt.entryId}/consent">
<input type="hidden" name="salt" value="${receipt.salt}">
<button class="quiet">소식을 받지 않겠습니다</button>
</form>
</details>`;
}
