import type { Campaign } from '../schema/campaign.js';
import type { CouponRepository } from '../store/coupon-repository.js';
import { issuedUntil } from './coupon-times.js';

/** How often a crowd may make us look at one campaign. Our own choice: what is due is given on this late at most. */
const pauseMs = 1_000;

export interface CouponHolds {
  /** Gives back what was held for too long, so that whoever asks next meets the stock as it is. @returns how many */
  settle(campaign: Campaign): Promise<number>;
}

export interface CouponHoldsOptions {
  readonly coupons: Pick<CouponRepository, 'giveBack'>;
  readonly now: () => Date;
}

/** Nothing has to wake up for a hold to end: whoever enters or looks makes it true first. */
export function createCouponHolds({ coupons, now }: CouponHoldsOptions): CouponHolds {
  const looked = new Map<string, number>();

  return {
    async settle(campaign) {
      const at = now();
      const until = issuedUntil(campaign, at);
      if (until === undefined || !(campaign.state === 'open' || campaign.state === 'closed')) return 0;
      const atMs = at.getTime();
      if (Math.abs(atMs - (looked.get(campaign.id) ?? Number.NEGATIVE_INFINITY)) < pauseMs) return 0;
      looked.set(campaign.id, atMs);
      return coupons.giveBack(campaign.id, { at: at.toISOString(), issuedUntil: until });
    },
  };
}
