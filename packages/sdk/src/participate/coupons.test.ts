import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KtEventError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { CouponRepository } from '../store/coupon-repository.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaign, aCampaignId, aFirstComeBrief, anInstant } from '../testing/fixtures.js';
import { type CouponHolds, createCouponHolds } from './coupon-holds.js';
import { redeemCoupon } from './redeem-coupon.js';

const startMs = Date.parse(anInstant);
const stock = 3;
const holdMinutes = 10;

/** What may happen at a counter, in any order. */
type Move =
  | { readonly do: 'enter' }
  | { readonly do: 'redeem'; readonly couponNo: number }
  | { readonly do: 'wait'; readonly minutes: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Move>({ do: 'enter' }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('redeem' as const), couponNo: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  },
);

const brief = () => ({
  ...aFirstComeBrief(stock),
  entry: { mechanic: 'first_come' as const, stock, holdMinutes },
});

type Spoil = (coupons: CouponRepository) => CouponRepository;

/** A counter with its clock, and what has been promised at it so far. */
class Counter {
  readonly broken = new Set<string>();
  private nowMs = startMs;
  private readonly granted: number[] = [];
  private readonly used = new Set<number>();
  private readonly desk: EntryDesk;
  private readonly coupons: CouponRepository;
  private readonly holds: CouponHolds;

  constructor(desk: EntryDesk, spoil: Spoil) {
    this.desk = desk;
    this.coupons = spoil(desk.store.coupons);
    this.holds = createCouponHolds({ coupons: this.coupons, now: this.now });
  }

  private readonly now = () => new Date(this.nowMs);

  async make(step: Move, index: number): Promise<void> {
    if (step.do === 'wait') this.wait(step.minutes);
    const campaign = (await this.desk.store.campaigns.find(aCampaignId)) ?? aCampaign();
    await this.holds.settle(campaign);
    if (step.do === 'enter') await this.enter(aPhone(index));
    if (step.do === 'redeem') await this.redeem(campaign, step.couponNo);
    for (const rule of await brokenNow(this.desk)) this.broken.add(rule);
    if (this.granted.some((no, place) => no !== place + 1))
      this.broken.add('a gap or a repeat in the numbers');
  }

  private wait(minutes: number): void {
    this.nowMs += minutes * 60_000;
    this.desk.setTime(this.nowMs);
  }

  private async enter(phone: string): Promise<void> {
    const result = await this.desk.enter({ phone }).catch(quietly);
    if (result?.receipt.couponNo !== undefined) this.granted.push(result.receipt.couponNo);
  }

  private async redeem(campaign: Campaign, couponNo: number): Promise<void> {
    const deps = {
      coupons: this.coupons,
      entries: this.desk.store.entries,
      keyring: this.desk.keyring,
      now: this.now,
    };
    const done = await redeemCoupon(campaign, couponNo, {}, deps).catch(quietly);
    if (!done) return;
    if (this.used.has(couponNo)) this.broken.add('used twice');
    if (this.nowMs - Date.parse(done.issuedAt) >= holdMinutes * 60_000) this.broken.add('used too late');
    this.used.add(couponNo);
  }

  async verdict(): Promise<string[]> {
    const kept = await this.desk.store.coupons.list(aCampaignId);
    const forgotten = [...this.used].some((no) => kept[no - 1]?.end?.state !== 'redeemed');
    return [...this.broken, ...(forgotten ? ['a use forgotten'] : [])];
  }
}

/** Plays moves on a fresh campaign. @returns the promises that were broken on the way */
async function play(moves: readonly Move[], spoil: Spoil = (coupons) => coupons): Promise<string[]> {
  const desk = await openEntryDesk();
  try {
    await desk.open({ brief: brief() });
    await desk.store.entries.openStock(aCampaignId, stock);
    const counter = new Counter(desk, spoil);
    for (const [index, step] of moves.entries()) await counter.make(step, index);
    return await counter.verdict();
  } finally {
    await desk.close();
  }
}

async function brokenNow({ store }: EntryDesk): Promise<string[]> {
  const coupons = await store.coupons.list(aCampaignId);
  const valid = coupons.filter(({ end }) => end?.state !== 'returned').length;
  const left = (await store.entries.remainingStock(aCampaignId)) ?? 0;
  const { returned = 0 } = (await store.coupons.stock(aCampaignId, { since: anInstant })) ?? {};
  return [
    ...(valid > stock ? ['more coupons than stock'] : []),
    ...(left < 0 || valid + left !== stock ? ['pieces lost or made'] : []),
    ...(coupons.length + left === stock + returned ? [] : ['the sum does not hold']),
  ];
}

/** A refusal is an answer. @throws whatever is none */
function quietly(error: unknown): undefined {
  if (!KtEventError.is(error) || error.code.startsWith('BUG')) throw error;
}

const property = (spoil?: Spoil) =>
  fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 30 }), async (moves) => {
    expect(await play(moves, spoil)).toEqual([]);
  });

describe('coupons, whatever happens at the counter', () => {
  it('are never more than the stock, never twice the same, used once and in time', async () => {
    await fc.assert(property(), { numRuns: 25, seed: 20_261_205 });
  });

  it('would be noticed if a coupon were used without asking in which state it is', async () => {
    const spoil = (coupons: CouponRepository): CouponRepository => ({
      ...coupons,
      async redeem(campaignId, couponNo, { at }) {
        const coupon = await coupons.find(campaignId, couponNo);
        if (!coupon) return { kind: 'unknown' };
        return { kind: 'redeemed', coupon: { ...coupon, end: { state: 'redeemed', at } } };
      },
    });
    const { failed, errorInstance } = await fc.check(property(spoil), {
      numRuns: 25,
      seed: 20_261_205,
      endOnFailure: true,
    });

    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(/used twice|a use forgotten/);
  });
});
