import type { Campaign, Coupon, CouponStock, KtEventError } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import { masthead } from './masthead.js';
import { staffStyle } from './staff-style.js';
import { visitorWords } from './visitor-words.js';

/** What came of the last try. */
export type RedeemResult = { readonly redeemed: Coupon } | { readonly refused: KtEventError };

export interface RedeemPage {
  readonly campaign: Campaign;
  /** The staff link's own last part. */
  readonly token: string;
  readonly stock: CouponStock | undefined;
  readonly result?: RedeemResult | undefined;
}

/** For one hand at a counter: what came of the last, and the field for the next. */
export function redeemPage({ campaign, token, stock, result }: RedeemPage): string {
  const { brief, rehearsal } = campaign;
  return layout({
    title: `쿠폰 사용 처리 · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    masthead: masthead(`${brief.store.name} · 직원용`, '쿠폰 사용 처리', brief.name),
    body: html`${staffStyle}<div class="narrow">
${result && resultPart(result)}
${stock && html`<p class="hint">사용 ${stock.redeemed}개 · 남은 수량 ${stock.remaining}개${stock.setAside > 0 && ` · 추첨에 남겨 둔 수량 ${stock.setAside}개`}${stock.returnedLately > 0 && ` · 최근 10분에 돌아온 수량 ${stock.returnedLately}개`}</p>`}
<form class="card" method="post" action="/r/${token}">
<div class="field">
<label for="couponNo">쿠폰 번호</label>
<input id="couponNo" name="couponNo" required inputmode="numeric" pattern="[0-9]{1,7}" maxlength="7" autocomplete="off" title="쿠폰 화면의 큰 숫자를 적어 주세요">
</div>
<div class="field">
<label for="lastDigits">휴대폰 번호 뒤 네 자리</label>
<input id="lastDigits" name="lastDigits" required inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off" title="손님 휴대폰 번호의 마지막 네 자리를 적어 주세요">
</div>
<button type="submit">사용 처리</button>
</form>
<p class="hint">손님 쿠폰 화면의 QR을 이 휴대폰의 카메라로 찍으면 번호를 적지 않아도 됩니다.</p>
</div>`,
  });
}

function resultPart(result: RedeemResult): Markup {
  if ('redeemed' in result) {
    const { couponNo, endedAt, until } = result.redeemed;
    return html`<div class="verdict good" role="status">
<p class="coupon">${couponNo}번</p>
<p><strong>✔ 사용 처리했습니다.</strong> ${toMoment(endedAt ?? until)}</p>
</div>`;
  }
  const { title, text } = visitorWords(result.refused);
  return html`<div class="verdict bad" role="alert">
<p><strong>✖ ${title}</strong></p>
<p>${text}</p>
</div>`;
}
