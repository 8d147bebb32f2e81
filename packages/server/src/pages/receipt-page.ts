import { couponPass, type Receipt } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import { masthead } from './masthead.js';
import type { PlannedCampaign } from './planned-campaign.js';
import { qrCode } from './qr-code.js';
import { receiptConsent } from './receipt-consent.js';
import { receiptResult } from './receipt-result.js';
import { couponNoOf, proofAddress, type ReceiptView, receiptAddress } from './receipt-view.js';

/** What the participant keeps. The salt on it is the only way to prove the entry as their own. */
export function receiptPage(view: ReceiptView): string {
  const { campaign, receipt, results, listed } = view;
  const { brief, rehearsal, slug } = campaign;
  const couponNo = couponNoOf(view);
  const done = couponNo === undefined ? '응모가 접수되었습니다' : '쿠폰을 받으셨습니다';
  const title = results && couponNo === undefined ? '내 응모 확인' : done;
  return layout({
    title: `${title} · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    scripts: ['receipt.js'],
    masthead: masthead(brief.store.name, title, brief.name),
    body: html`<div class="narrow">
${receiptResult(view)}
<section class="card" aria-label="접수증">
<dl class="stack">
${couponNo === undefined ? ticketsPart(campaign, receipt.weight) : couponPart(campaign, { ...receipt, couponNo })}
<dt>접수</dt><dd>${toMoment(receipt.receivedAt)} <small>(${receipt.seq}번째)</small></dd>
<dt>응모 확인 번호</dt><dd><code>${receipt.entryId}</code></dd>
<dt>본인 확인 값</dt><dd><code>${receipt.salt}</code></dd>
</dl>
</section>
${keepPart(view)}
${receiptConsent(view)}
${
  listed &&
  html`<section class="card"><h2>명단에 있는지 확인하기</h2>
<p>추첨 검증 화면이 이 접수증으로, 내 응모가 명단에 몇 장으로 들어갔는지 이 기기에서 계산해 보여 줍니다.</p>
<p><a class="button quiet" href="${proofAddress(slug, receipt)}">추첨 검증 화면에서 확인하기</a></p></section>`
}
<details class="card">
<summary>서명된 접수증 전체</summary>
<pre>${JSON.stringify(receipt, null, 1)}</pre>
</details>
<p class="back"><a class="tap" href="/e/${slug}">이벤트 화면으로</a></p>
</div>`,
  });
}

type Numbered = Receipt & { readonly couponNo: number };

function couponPart({ plan, slug, brief: { entry } }: PlannedCampaign, receipt: Numbered): Markup {
  const held = entry.mechanic === 'first_come' && entry.holdMinutes !== undefined;
  const until = held ? '쿠폰 화면에 적힌 기한까지' : `${toMoment(plan.schedule.claimUntil)}까지`;
  return html`<dt>쿠폰 번호</dt><dd class="coupon">${receipt.couponNo}</dd>
<dt>사용 방법</dt><dd>${until} 매장에서 쿠폰 화면을 보여 주세요.<br><a class="button" href="/e/${slug}/coupons/${couponPass(receipt) ?? ''}">쿠폰 화면 열기</a></dd>`;
}

function ticketsPart({ brief: { entry } }: PlannedCampaign, weight: number): Markup {
  const bonus = weight - 1;
  const why = bonus > 0 ? `(응모 1장 + 매장 방문 ${bonus}장)` : entry.mechanic === 'lottery' && '(응모 1장)';
  return html`<dt>응모권</dt><dd><b>${weight}장</b> <small>${why}</small></dd>`;
}

/** A link, a file and paper: each is enough. */
function keepPart({ campaign: { slug }, receipt, qr }: ReceiptView): Markup {
  return html`<section class="card keep"><h2>이 접수증을 간직해 주세요</h2>
<p>아래 주소로 언제든 다시 볼 수 있습니다. <strong>본인 확인 값이 들어 있으니 다른 사람에게 보여 주지 마세요.</strong></p>
<p><a class="tap" id="keep-link" href="${receiptAddress(slug, receipt)}">내 응모 확인 주소</a></p>
<div class="buttons" id="keep-buttons">
<form method="post" action="/e/${slug}/receipts/${receipt.entryId}">
<input type="hidden" name="salt" value="${receipt.salt}">
<button class="quiet" name="as" value="file">접수증 파일 저장</button>
</form>
</div>
<details><summary>다른 휴대폰에서 열기 (QR)</summary>
${qrCode(qr, '이 접수증을 다른 휴대폰에서 여는 QR 코드')}
<p class="hint">찍으면 이 접수증이 열립니다. 본인 확인 값도 들어 있습니다.</p>
</details>
</section>`;
}
