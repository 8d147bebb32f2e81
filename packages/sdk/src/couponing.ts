import type { CouponProof } from './participate/redeem-coupon.js';
import type { QrPath } from './render/qr-path.js';
import type { Campaign } from './schema/campaign.js';
import type { Coupon } from './schema/coupon.js';
import type { VisitCodeKind } from './schema/visit.js';
import type { StaffPage } from './security/passes.js';
import type { CouponStock } from './store/coupon-repository.js';
import type { RushPlace } from './store/rush-repository.js';

/** What the store's own screen shows. */
export interface VisitScreen {
  /** Six digits. */
  readonly code: string;
  readonly kind: VisitCodeKind;
  /** When another code takes its place. */
  readonly changesAt: string;
  /** When it stops being good. */
  readonly goodUntil: string;
  /** The entry page with the code filled in. */
  readonly entryUrl: string;
  readonly qr: QrPath;
}

/** A coupon with the code that staff scan: its own page. */
export interface ShownCoupon {
  readonly campaign: Campaign;
  readonly coupon: Coupon;
  readonly qr: QrPath;
}

/** Addresses for the store's people, absolute; whoever has one is one of them. */
export interface StaffLinks {
  /** The screen with the visit code: lotteries with a visit bonus. */
  readonly visit?: string;
  /** Where coupons are marked used: first-come. */
  readonly redeem?: string;
}

/** Visits and coupons, for the store's people and for those who have a coupon. */
export interface Couponing {
  /** The code that proves a visit now, for the store's screen. */
  visitScreen(campaignId: string): Promise<VisitScreen>;
  /** Pieces of a first-come campaign as they are now: what was held for too long is given back first. */
  couponStock(campaignId: string): Promise<CouponStock | undefined>;
  /** How it stands with an entry of the first seconds; undefined where there is no lottery among those. */
  rushPlace(campaignId: string, entryId: string): Promise<RushPlace | undefined>;
  /** All that were given, in order. @throws UserError `USER_055` for a lottery */
  coupons(campaignId: string): Promise<Coupon[]>;
  /** One of them. @throws UserError `USER_054`, `USER_055` */
  coupon(campaignId: string, couponNo: number, proof?: CouponProof): Promise<Coupon>;
  /** The page of a coupon, by the last part of its address. @throws UserError `USER_002`, `USER_054` */
  openCoupon(slug: string, pass: string): Promise<ShownCoupon>;
  /** Marks it used. @throws UserError `USER_051`, `USER_052`, `USER_054`, `USER_055` */
  redeemCoupon(campaignId: string, couponNo: number, proof?: CouponProof): Promise<Coupon>;
  /** @param options.renew - Makes the links handed out so far stop working first. */
  staffLinks(campaignId: string, options?: { readonly renew?: boolean }): Promise<StaffLinks>;
  /** The campaign that a staff link belongs to. @throws UserError `USER_053` */
  openStaffPage(page: StaffPage, token: string): Promise<Campaign>;
}
