import type { Campaign, Coupon } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import { masthead } from './masthead.js';
import { qrCode } from './qr-code.js';
import { staffStyle } from './staff-style.js';

export interface CouponPage {
  readonly campaign: Campaign;
  readonly coupon: Coupon;
  readonly qr: { readonly d: string; readonly modules: number };
  /** The last part of this page's address. */
  readonly pass: string;
  /** There when the browser is a staff member's: the page then offers to mark the coupon used. */
  readonly staffToken: string | undefined;
}

/** What the person shows at the counter, and what staff see of it once they have scanned it. */
export function couponPage({ campaign, coupon, qr, pass, staffToken }: CouponPage): string {
  const { brief, rehearsal, slug } = campaign;
  const { state, couponNo } = coupon;
  return layout({
    title: `${couponNo}번 쿠폰 · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    masthead: masthead(brief.store.name, brief.name),
    body: html`${staffStyle}<div class="narrow">
<section class="card ticket" aria-label="쿠폰">
<p class="coupon">${couponNo}번</p>
${statePart(coupon)}
${state === 'held' && staffToken !== undefined && redeemForm(staffToken, pass)}
${state === 'held' && staffToken === undefined && showPart(qr)}
</section>
${staffToken !== undefined && html`<p class="back"><a class="tap" href="/r/${staffToken}">직원용 화면으로</a></p>`}
<p class="back"><a class="tap" href="/e/${slug}">이벤트 화면으로</a></p>
</div>`,
  });
}

function statePart({ state, until, endedAt }: Coupon): Markup {
  switch (state) {
    case 'held':
      return html`<p class="verdict" role="status"><strong>쓸 수 있는 쿠폰입니다.</strong> ${toMoment(until)}까지</p>`;
    case 'redeemed':
      return html`<p class="verdict bad" role="status"><strong>이미 쓴 쿠폰입니다.</strong> ${toMoment(endedAt ?? until)}에 사용되었습니다.</p>`;
    case 'expired':
    case 'returned':
      return html`<p class="verdict bad" role="status"><strong>기한이 지난 쿠폰입니다.</strong> ${toMoment(until)}까지였고, 수량은 다음 분께 돌아갔습니다.</p>`;
  }
}

/** One tap, and the only thing on the page that changes anything. */
function redeemForm(token: string, pass: string): Markup {
  return html`<form method="post" action="/r/${token}">
<input type="hidden" name="pass" value="${pass}">
<button type="submit">사용 처리</button>
</form>`;
}

function showPart(qr: CouponPage['qr']): Markup {
  return html`${qrCode(qr, '직원이 찍는 쿠폰 QR 코드')}
<p>매장에서 이 화면을 보여 주세요. 직원이 QR을 찍거나 번호와 휴대폰 뒤 네 자리로 확인합니다.</p>
<p class="hint">이 주소를 가진 사람은 누구나 이 쿠폰을 쓸 수 있습니다. 다른 사람에게 보내지 마세요.</p>`;
}
