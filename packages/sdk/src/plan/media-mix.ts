import type { Channel } from '../schema/primitives.js';
import type { Knowledge } from './knowledge.js';
import type { Medium } from './knowledge-schema.js';

export type Tier = 'low' | 'mid' | 'high';

/** One channel at one size of booking. */
export interface Booking {
  readonly channel: Channel;
  readonly tier: Tier;
  readonly medium: Medium;
  readonly costKrw: number;
  /** How many people or showings, over the whole period. */
  readonly audience: number;
}

const tiers: readonly Tier[] = ['low', 'mid', 'high'];
const daysInMonth = 30;

/** The channels of a brief at their smallest booking. */
export function smallestBookings(
  channels: readonly Channel[],
  days: number,
  { media }: Knowledge,
): Booking[] {
  return channels.map((channel) => book(channel, 'low', media.channels[channel], days));
}

/** Enlarges bookings in the order of the brief, up to a size and as far as the money goes. */
export function enlarged(
  bookings: readonly Booking[],
  target: Tier,
  days: number,
  leftKrw: number,
): Booking[] {
  let left = leftKrw;
  return bookings.map((booking) => {
    const larger = tiers
      .slice(0, tiers.indexOf(target) + 1)
      .map((tier) => book(booking.channel, tier, booking.medium, days))
      .filter(({ costKrw }) => costKrw > booking.costKrw && costKrw - booking.costKrw <= left);
    const best = larger.at(-1) ?? booking;
    left -= best.costKrw - booking.costKrw;
    return best;
  });
}

export function mediaCostKrw(bookings: readonly Booking[]): number {
  return bookings.reduce((sum, { costKrw }) => sum + costKrw, 0);
}

function book(channel: Channel, tier: Tier, medium: Medium, days: number): Booking {
  const share = medium.per === 'month' ? days / daysInMonth : 1;
  return {
    channel,
    tier,
    medium,
    costKrw: Math.ceil(medium.costKrw[tier] * share),
    audience: Math.round(medium.audience[tier] * share),
  };
}
