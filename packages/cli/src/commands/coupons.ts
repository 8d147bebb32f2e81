import { refuseOver, UserError } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { couponsView, redeemedView, staffLinksView, wouldRedeemView } from '../views/coupons-view.js';

/** What was given and what is left. */
export async function listCoupons({ ktEvent, output }: CommandContext, name: string): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  const coupons = await client.coupons(id);
  output.result({ stock: await client.couponStock(id), coupons }, couponsView);
}

export interface RedeemFlags {
  readonly lastDigits?: string;
  readonly dryRun?: boolean;
}

/** The owner needs no proof; with the last digits it is the same check as on the staff page. */
export async function redeemCoupon(
  { ktEvent, output }: CommandContext,
  [name, number]: readonly [string, string],
  { lastDigits, dryRun = false }: RedeemFlags,
): Promise<void> {
  const couponNo = toCouponNo(number);
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  if (!dryRun) return output.result(await client.redeemCoupon(id, couponNo, { lastDigits }), redeemedView);
  const coupon = await client.coupon(id, couponNo, { lastDigits });
  refuseOver(coupon);
  output.result({ ...coupon, dryRun }, wouldRedeemView);
}

function toCouponNo(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new UserError('USER_002', { what: 'coupon', id: text.slice(0, 16) });
  return Number(text);
}

export interface StaffLinkFlags {
  readonly renew?: boolean;
}

export async function showStaffLinks(
  { ktEvent, output }: CommandContext,
  name: string,
  { renew = false }: StaffLinkFlags,
): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  output.result({ ...(await client.staffLinks(id, { renew })), renewed: renew }, staffLinksView);
}
