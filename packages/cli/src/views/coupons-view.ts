import type { Coupon, CouponStock, StaffLinks } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, parts } from './layout.js';

interface CouponList {
  readonly stock: CouponStock | undefined;
  readonly coupons: readonly Coupon[];
}

const marks = { held: '·', redeemed: '✔', expired: '✖', returned: '↩' } as const;

/** What is left, then every coupon by its number. */
export function couponsView({ stock, coupons }: CouponList, messages: Messages): string {
  const { coupons: words } = messages;
  return parts(
    stock && words.stock(stock),
    coupons.length === 0 ? words.none : coupons.map((coupon) => couponLine(coupon, messages)).join('\n'),
  );
}

function couponLine({ couponNo, state, until, endedAt }: Coupon, messages: Messages): string {
  const { coupons: words } = messages;
  const when = endedAt ? words.at(instantText(endedAt, messages)) : words.until(instantText(until, messages));
  return bullet(marks[state], words.line(couponNo, words.state[state], when));
}

export function redeemedView({ couponNo, endedAt, until }: Coupon, messages: Messages): string {
  return messages.coupons.redeemed(couponNo, instantText(endedAt ?? until, messages));
}

export function wouldRedeemView({ couponNo, until }: Coupon, messages: Messages): string {
  return messages.coupons.wouldRedeem(couponNo, instantText(until, messages));
}

interface ShownLinks extends StaffLinks {
  readonly renewed: boolean;
}

/** Each address by what it is for, and that it is a secret. */
export function staffLinksView({ visit, redeem, renewed }: ShownLinks, messages: Messages): string {
  const { links } = messages.coupons;
  if (visit === undefined && redeem === undefined) return links.none;
  return parts(
    visit && `${links.visit}\n${visit}`,
    redeem && `${links.redeem}\n${redeem}`,
    renewed ? `${links.secret}\n${links.renewed}` : links.secret,
  );
}
