/** How a coupon that is over came to its end. */
interface CouponEnd {
  readonly state: 'redeemed' | 'returned';
  readonly at: string;
}

/** A coupon as it was given, and its end when it has one. */
export interface StoredCoupon {
  readonly couponNo: number;
  readonly entryId: string;
  /** When the person asked for it, or won it. */
  readonly issuedAt: string;
  readonly end?: CouponEnd | undefined;
}

/** Pieces of a first-come campaign. `stock + returned = remaining + setAside + all numbers given`, always. */
export interface CouponStock {
  readonly stock: number;
  /** Can be had now. */
  readonly remaining: number;
  /** Kept for those of the first seconds until it is decided who of them has one. */
  readonly setAside: number;
  /** While those who come take part in the lottery of the first seconds: when that ends. */
  readonly rushUntil?: string | undefined;
  /** Came back because nobody used them in time, ever. */
  readonly returned: number;
  /** Of these, since the moment asked about. */
  readonly returnedLately: number;
  readonly redeemed: number;
}

/** What came of an attempt to use a coupon. */
export type Redemption =
  | { readonly kind: 'redeemed'; readonly coupon: StoredCoupon }
  /** It was over already; `coupon.end` says how and since when. */
  | { readonly kind: 'over'; readonly coupon: StoredCoupon }
  /** Held for too long; it goes back to the stock. */
  | { readonly kind: 'expired'; readonly coupon: StoredCoupon }
  | { readonly kind: 'unknown' };

/**
 * Coupons of first-come campaigns. A coupon is held from the moment it is given until it ends, and it ends once:
 * used, or given back. Numbers are never given a second time; what comes back is given under the next number.
 */
export interface CouponRepository {
  find(campaignId: string, couponNo: number): Promise<StoredCoupon | undefined>;
  /** In order of their numbers. */
  list(campaignId: string): Promise<StoredCoupon[]>;
  /** @returns undefined where nothing is limited. */
  stock(campaignId: string, lately: { readonly since: string }): Promise<CouponStock | undefined>;
  /**
   * Marks a coupon used, in one statement: of many who try at once, one succeeds.
   *
   * @param when.issuedAfter - One given at this instant or before has been held for too long.
   */
  redeem(
    campaignId: string,
    couponNo: number,
    when: { readonly at: string; readonly issuedAfter?: string | undefined },
  ): Promise<Redemption>;
  /**
   * Gives back every coupon held for too long, and lets people in again when that had closed the campaign and its
   * period lasts; all in one transaction. @returns how many came back
   */
  giveBack(campaignId: string, when: { readonly at: string; readonly issuedUntil: string }): Promise<number>;
  /** The period is over: what comes back from now on lets nobody in. */
  endPeriod(campaignId: string): Promise<void>;
  /** Which of its staff links is good, from 1. */
  staffLink(campaignId: string): Promise<number>;
  /** Makes the links handed out so far stop working. @returns the number of the new one */
  renewStaffLink(campaignId: string): Promise<number>;
}
