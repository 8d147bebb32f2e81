import type { Receipt } from '../schema/entry.js';
import { couponToken } from '../security/passes.js';

/** Last part of the address of a coupon's page, from its receipt alone. Absent where the receipt is for no coupon. */
export function couponPass(
  receipt: Pick<Receipt, 'campaignId' | 'entryId' | 'salt' | 'couponNo'>,
): string | undefined {
  return receipt.couponNo === undefined ? undefined : `${receipt.couponNo}-${couponToken(receipt)}`;
}
