import { couponPass, type Receipt } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** What the participant keeps. The salt on it is the only way to prove the entry as their own. */
export function receiptPage(campaign: PlannedCampaign, receipt: Receipt): string {
  const { brief, rehearsal } = campaign;
  const done = receipt.couponNo === undefined ? '응모가 접수되었습니다' : '쿠폰을 받으셨습니다';
  return layout({
    title: `${done} · ${brief.name}`,
    rehearsal,
    body: html`<header>
<p class="store">${brief.store.name}</p>
<h1>${done}</h1>
</header>
<dl class="stack">
<dt>이벤트</dt><dd>${brief.name}</dd>
${receipt.couponNo === undefined ? lotteryPart(campaign, receipt) : couponPart(campaign, receipt)}
<dt>접수</dt><dd>${toMoment(receipt.receivedAt)} <small>(${receipt.seq}번째)</small></dd>
<dt>응모 확인 번호</dt><dd><code>${receipt.entryId}</code></dd>
<dt>본인 확인 값</dt><dd><code>${receipt.salt}</code></dd>
</dl>
<p class="closed"><strong>이 화면을 저장해 두세요.</strong> 본인 확인 값은 다른 사람에게 보여 주지 마세요.</p>
<details>
<summary>서명된 접수증 전체</summary>
<pre>${JSON.stringify(receipt, null, 1)}</pre>
</details>`,
  });
}

function couponPart({ plan, slug, brief: { entry } }: PlannedCampaign, receipt: Receipt): Markup {
  const held = entry.mechanic === 'first_come' && entry.holdMinutes !== undefined;
  const until = held ? '쿠폰 화면에 적힌 기한까지' : `${toMoment(plan.schedule.claimUntil)}까지`;
  return html`<dt>쿠폰 번호</dt><dd class="coupon">${receipt.couponNo ?? ''}</dd>
<dt>사용 방법</dt><dd>${until} 매장에서 쿠폰 화면을 보여 주세요.<br><a class="button" href="/e/${slug}/coupons/${couponPass(receipt) ?? ''}">쿠폰 화면 열기</a></dd>`;
}

function lotteryPart({ plan, slug }: PlannedCampaign, { weight }: Receipt): Markup {
  return html`<dt>응모권</dt><dd>${weight}장</dd>
<dt>발표</dt><dd>${toMoment(plan.schedule.announceAt)}<br><a href="/draws/${slug}">추첨 검증 페이지</a>에서 응모 확인 번호를 찾아볼 수 있습니다.</dd>`;
}
