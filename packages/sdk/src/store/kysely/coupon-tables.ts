/** A receipt of the till that has brought its bonus. */
interface VisitReceiptRow {
  campaignId: string;
  receiptHash: string;
  entryId: string;
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
  couponEnd: CouponEndRow;
  staffLink: StaffLinkRow;
}
