import type { Campaign } from '../schema/campaign.js';
import type { Coupon } from '../schema/coupon.js';
import { instantOfDay, nextDay } from '../schema/seoul-time.js';
import type { StoredCoupon } from '../store/coupon-repository.js';

const minuteMs = 60_000;

/** How long a campaign holds a coupon; absent when it may be used until the claims end. */
function holdMsOf({ brief: { entry } }: Campaign): number | undefined {
  const minutes = entry.mechanic === 'first_come' ? entry.holdMinutes : undefined;
  return minutes === undefined ? undefined : minutes * minuteMs;
}

/** Coupons given at this instant or before have been held for too long. Absent where nothing is held for a time. */
export function issuedUntil(campaign: Campaign, at: Date): string | undefined {
  const holdMs = holdMsOf(campaign);
  return holdMs === undefined ? undefined : new Date(at.getTime() - holdMs).toISOString();
}

/** From here on no coupon of the campaign is taken. */
function claimsEnd({ plan, brief }: Campaign): Date {
  return new Date(plan?.schedule.claimUntil ?? instantOfDay(nextDay(brief.period.end)));
}

/** A coupon as people see it, at a moment. */
export function toCoupon({ couponNo, issuedAt, end }: StoredCoupon, campaign: Campaign, at: Date): Coupon {
  const until = new Date(Math.min(claimsEnd(campaign).getTime(), heldUntilMs(issuedAt, campaign)));
  const told = { couponNo, issuedAt, until: until.toISOString() };
  if (end) return { ...told, state: end.state, endedAt: end.at };
  return { ...told, state: at < until ? 'held' : 'expired' };
}

function heldUntilMs(issuedAt: string, campaign: Campaign): number {
  const holdMs = holdMsOf(campaign);
  return holdMs === undefined ? Number.POSITIVE_INFINITY : Date.parse(issuedAt) + holdMs;
}
