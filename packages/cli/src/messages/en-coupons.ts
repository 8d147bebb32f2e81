import type { koCouponHelp, koCoupons } from './ko-coupons.js';

export const enCoupons: typeof koCoupons = {
  coupons: {
    none: 'No coupon has been given yet.',
    stock: ({ stock, remaining, setAside, returned, returnedLately }) =>
      [
        `${stock} prepared · ${remaining} left`,
        ...(setAside > 0 ? [`${setAside} kept for the lottery`] : []),
        ...(returned > 0 ? [`${returned} came back (${returnedLately} in the last 10 minutes)`] : []),
      ].join(' · '),
    state: { held: 'not used', redeemed: 'used', expired: 'past its time', returned: 'given back' },
    line: (no, state, when) => `no. ${no}  ${state}  ${when}`,
    until: (when) => `until ${when}`,
    at: (when) => when,
    redeemed: (no, when) => `Coupon ${no} is marked used (${when}).`,
    wouldRedeem: (no, until) => `Coupon ${no} can be used (until ${until}). It was not marked used.`,
    links: {
      redeem: 'Marking coupons used (open on a staff phone)',
      visit: "Visit code (open on the store's own screen)",
      none: 'This event has no pages for staff: it is a lottery without a visit code.',
      secret: 'Whoever has the address can open it. Give it to your staff only.',
      renewed: 'Addresses handed out before no longer open.',
    },
  },
};

export const enCouponHelp: typeof koCouponHelp = {
  group: 'Shows first-come coupons and marks them used',
  list: 'Coupons given, and what is left',
  redeem: 'Marks a coupon used',
  staffLink: 'Addresses for staff: marking coupons used, the screen with the visit code',
  couponNo: 'number of the coupon',
  lastDigits: 'last four digits of the phone; it is marked used only when they are right',
  dryRun: 'shows whether it can be used, without marking it',
  renew: 'makes the addresses handed out before stop working',
};
