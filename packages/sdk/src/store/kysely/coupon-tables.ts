/** A receipt of the till that has brought its bonus. */
interface VisitReceiptRow {
  campaignId: string;
  receiptHash: string;
  entryId: string;
}

/** A coupon won in the lottery of the first seconds. */
interface RushCouponRow {
  campaignId: string;
  couponNo: number;
  entryId: string;
  at: string;
}

/** A view: every coupon that was given, whichever way. */
interface CouponRow {
  campaignId: string;
  couponNo: number;
  entryId: string;
  issuedAt: string;
}

/** One row for each coupon that is over, used or given back. */
interface CouponEndRow {
  campaignId: string;
  couponNo: number;
  state: string;
  at: string;
}

/** Which staff link of a campaign is good. */
interface StaffLinkRow {
  campaignId: string;
  version: number;
}

/** What visits and coupons are kept in, beside the entries. */
export interface CouponTables {
  visitReceipt: VisitReceiptRow;
  rushCoupon: RushCouponRow;
  coupon: CouponRow;
  couponEnd: CouponEndRow;
  staffLink: StaffLinkRow;
}
