import type { Campaign, Receipt } from '@kt-event/sdk';
import { html } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';

/** What the participant keeps. The salt on it is the only way to prove the entry as their own. */
export function receiptPage(campaign: Campaign, receipt: Receipt): string {
  const { brief, rehearsal, slug } = campaign;
  return layout({
    title: `응모 완료 · ${brief.name}`,
    rehearsal,
    body: html`<h1>응모가 접수되었습니다</h1>
<dl>
<dt>이벤트</dt><dd>${brief.name} (${brief.store.name})</dd>
<dt>접수 번호</dt><dd>${receipt.seq}번</dd>
<dt>접수 시각</dt><dd>${toMoment(receipt.receivedAt)}</dd>
${receipt.couponNo !== undefined && html`<dt>쿠폰 번호</dt><dd class="coupon">${receipt.couponNo}</dd>`}
${receipt.couponNo === undefined && html`<dt>응모권</dt><dd>${receipt.weight}장</dd>`}
<dt>응모 확인 번호</dt><dd><code>${receipt.entryId}</code></dd>
<dt>본인 확인 값</dt><dd><code>${receipt.salt}</code></dd>
</dl>
<p>이 화면을 저장해 두세요. 추첨 뒤 <a href="/draws/${slug}">추첨 검증 페이지</a>에서 확인 번호를 찾아볼 수 있습니다.</p>`,
  });
}
