import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Coupon } from '../schema/coupon.js';
import { toSeoul } from '../schema/seoul-time.js';
import type { Keyring } from '../security/campaign-keys.js';
import { openPerson, type Person } from '../security/entry-seal.js';
import { couponToken, isSameToken } from '../security/passes.js';
import type { CouponRepository, StoredCoupon } from '../store/coupon-repository.js';
import type { EntryRepository } from '../store/entry-repository.js';
import { issuedUntil, toCoupon } from './coupon-times.js';

/** How the person shows that the coupon is theirs; the owner at the command line needs neither. */
export interface CouponProof {
  /** Last four digits of the phone. */
  readonly lastDigits?: string | undefined;
  /** The token of the coupon's page. */
  readonly token?: string | undefined;
}

export interface CouponDeps {
  readonly coupons: CouponRepository;
  readonly entries: Pick<EntryRepository, 'find'>;
  readonly keyring: Pick<Keyring, 'of'>;
  readonly now: () => Date;
}

/**
 * A coupon that is shown to be somebody's.
 *
 * @throws UserError `USER_054` when there is none, or it is another person's: the answer is the same
 */
export async function findCoupon(
  campaign: Campaign,
  couponNo: number,
  proof: CouponProof,
  deps: CouponDeps,
): Promise<Coupon> {
  const coupon = await deps.coupons.find(campaign.id, couponNo);
  if (!coupon || !(await isProven(campaign.id, coupon, proof, deps))) throw noSuchCoupon(couponNo);
  return toCoupon(coupon, campaign, deps.now());
}

/**
 * Marks a coupon used. Of many who try at once one succeeds; the others learn when it was used.
 *
 * @throws UserError `USER_051` when it was used before; `USER_052` when its time is over; `USER_054`
 */
export async function redeemCoupon(
  campaign: Campaign,
  couponNo: number,
  proof: CouponProof,
  deps: CouponDeps,
): Promise<Coupon> {
  const at = deps.now();
  refuseOver(await findCoupon(campaign, couponNo, proof, deps));
  const issuedAfter = issuedUntil(campaign, at);
  const done = await deps.coupons.redeem(campaign.id, couponNo, { at: at.toISOString(), issuedAfter });
  if (done.kind === 'unknown') throw noSuchCoupon(couponNo);
  const coupon = toCoupon(done.coupon, campaign, at);
  if (done.kind !== 'redeemed') refuseOver(coupon);
  return coupon;
}

/** Whether a coupon can be used now. @throws UserError `USER_051`, `USER_052` */
export function refuseOver({ couponNo, state, endedAt, until }: Coupon): void {
  if (state === 'held') return;
  if (state === 'redeemed') throw new UserError('USER_051', { couponNo, usedAt: toSeoul(endedAt ?? until) });
  throw new UserError('USER_052', { couponNo, until: toSeoul(until) });
}

const noSuchCoupon = (couponNo: number) => new UserError('USER_054', { couponNo });

async function isProven(
  campaignId: string,
  { entryId }: StoredCoupon,
  { lastDigits, token }: CouponProof,
  { entries, keyring }: CouponDeps,
): Promise<boolean> {
  if (lastDigits === undefined && token === undefined) return true;
  const entry = await entries.find(campaignId, entryId);
  const { dataKey } = await keyring.of(campaignId);
  const person = entry && openQuietly(() => openPerson(entry, dataKey));
  if (!person) return false;
  if (token !== undefined) return isSameToken(couponToken({ campaignId, entryId, salt: person.salt }), token);
  return isSameToken(person.phone.slice(-4), lastDigits ?? '');
}

/** Nothing once the person's data is destroyed. */
function openQuietly(open: () => Person): Person | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
