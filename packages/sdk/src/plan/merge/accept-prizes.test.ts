import { describe, expect, it } from 'vitest';
import type { BriefInput } from '../../schema/brief.js';
import { aBrief, aFirstComeBrief } from '../__fixtures__/a-brief.js';
import { everyPlan } from '../__fixtures__/every-plan.js';
import { openKnowledge } from '../knowledge.js';
import { groundOf, plan } from '../plan.js';
import { offeredPrizes, piecesOf } from '../prize-mix.js';
import { type PrizeShape, prizeShapeOf } from '../prize-shape.js';
import { acceptPrizes } from './accept-prizes.js';

const knowledge = await openKnowledge();

interface Scale {
  readonly brief?: ReturnType<typeof aBrief>;
  readonly entries?: number;
}

function shapeFor({ brief = aBrief(), entries = 200 }: Scale = {}): PrizeShape {
  const input = { brief, today: '2026-11-28', insights: [], rehearsal: false };
  const { trade } = groundOf(input, knowledge);
  const scale = { pieces: piecesOf(brief), entries, usualCostKrw: 0 };
  return prizeShapeOf({ brief, trade, ...scale }, knowledge);
}

/** Kinds and numbers as a model would name them, in a café. */
function accept(said: Readonly<Record<string, number>>, scale: Scale = {}) {
  const proposed = Object.entries(said).map(([kind, quantity]) => ({ kind, quantity }));
  const offered = offeredPrizes(knowledge, (scale.brief ?? aBrief()).store.industry);
  const { prizes, correction } = acceptPrizes(proposed, offered, shapeFor(scale));
  const counts = prizes?.map(({ id, quantity }) => [id.replaceAll('-', '_'), quantity]);
  return { prizes: counts && Object.fromEntries(counts), correction };
}

const salon = { ...aBrief().store, industry: 'salon' } as const;
const a = (change: Partial<BriefInput>) => ({ brief: aBrief(change) });

describe('prizes that a model proposes', () => {
  it('stay as they are when an owner would give them', () => {
    const usual = [
      { own_coupon_5k: 10 },
      { own_voucher_50k: 1, own_coupon_5k: 9 },
      { own_item_l: 1, own_voucher_10k: 3, own_item_s: 6 },
    ];

    expect(usual.map((mix) => accept(mix))).toEqual(usual.map((prizes) => ({ prizes })));
  });

  it('are turned round when nearly everybody would get the large one', () => {
    const { prizes, correction } = accept({ own_voucher_50k: 9, own_item_m: 1 });

    expect(prizes).toEqual({ own_voucher_50k: 2, own_item_m: 8 });
    expect(correction).toMatchObject({
      why: 'too_many_large',
      said: '매장 5만원권 9개, 조각 케이크 1개',
      instead: '매장 5만원권 2개, 조각 케이크 8개',
    });
    expect(correction?.because).toContain('예상 응모 200명이면 15,000원이 넘는 큰 경품은 2개까지');
  });

  it('bear more large ones the more people enter, and as the objective asks', () => {
    const large = (scale: Scale) => accept({ own_voucher_50k: 9, own_item_m: 1 }, scale).prizes;

    expect(large({ entries: 60 })).toMatchObject({ own_voucher_50k: 1 });
    expect(large({ ...a({ objective: 'awareness' }), entries: 900 })).toMatchObject({ own_voucher_50k: 1 });
    expect(large({ ...a({ objective: 'review_ugc' }), entries: 200 })).toMatchObject({ own_voucher_50k: 3 });
  });

  it('are left out when there is nothing for the many', () => {
    const { prizes, correction } = accept({ own_item_l: 10 });

    expect(prizes).toBeUndefined();
    expect(correction).toMatchObject({ why: 'too_many_large', said: '홀케이크 10개' });
  });

  it('differ in worth, or the rarer of two alike goes', () => {
    const { prizes, correction } = accept({ own_coupon_5k: 7, own_item_s: 3 });

    expect(prizes).toEqual({ own_coupon_5k: 10 });
    expect(correction).toMatchObject({ why: 'flat' });
  });

  it('cost no more than such an event bears', () => {
    const dear = accept({ goods_49k: 1, goods_tumbler: 9 }, { entries: 40 });

    expect(dear.prizes).toBeUndefined();
    expect(dear.correction?.because).toBe('경품에 130,000원이 들어 이 규모에 맞는 58,500원을 넘습니다');
    expect(accept({ own_voucher_50k: 1, goods_tumbler: 9 }, { ...a({ store: salon }), entries: 40 })).toEqual(
      {
        prizes: { own_voucher_50k: 1, goods_tumbler: 9 },
      },
    );
  });

  it('are the same for all where the first are served', () => {
    const brief = aFirstComeBrief();
    const mixed = accept({ own_voucher_10k: 10, own_coupon_3k: 40 }, { brief });

    expect(mixed.prizes).toEqual({ own_coupon_3k: 50 });
    expect(mixed.correction?.why).toBe('unequal');
    expect(accept({ own_item_l: 50 }, { brief })).toMatchObject({ correction: { why: 'price_band' } });
  });

  it('add up to the winners when the numbers do not', () => {
    const { prizes, correction } = accept({ own_voucher_50k: 1, own_coupon_3k: 400 });

    expect(prizes).toEqual({ own_voucher_50k: 1, own_coupon_3k: 9 });
    expect(correction).toMatchObject({ why: 'quantity' });
  });

  it('are judged by bounds that our own practice keeps, in every trade', () => {
    const christmas = everyPlan(knowledge).filter(({ season }) => season.id === 'christmas');
    const odd = christmas.flatMap(({ brief, today, row }) => {
      const offered = offeredPrizes(knowledge, row.industry);
      if (offered.length === 0) return []; // who may give nothing is asked nothing
      const input = { brief, today, insights: [], rehearsal: false };
      const { trade } = groundOf(input, knowledge);
      return plan(input, { knowledge }).concepts.flatMap(({ id, prizes, expectedEntries, cost }) => {
        const scale = { entries: expectedEntries.mid, usualCostKrw: cost.prizeKrw };
        const shape = prizeShapeOf({ brief, trade, pieces: piecesOf(brief), ...scale }, knowledge);
        const said = prizes.map((prize) => ({
          kind: prize.id.replaceAll('-', '_'),
          quantity: prize.quantity,
        }));
        const { correction } = acceptPrizes(said, offered, shape);
        return correction ? [`${row.industry} ${row.objective} ${id}: ${correction.said}`] : [];
      });
    });

    expect([...new Set(odd)]).toEqual([]);
  });

  it('would let anything through without the bounds', () => {
    const boundless = { ...shapeFor(), mostLarge: 10, mostCostKrw: 1_000_000, largeHigh: 1_000_000 };
    const offered = offeredPrizes(knowledge, 'cafe');
    const proposed = [{ kind: 'own_voucher_50k', quantity: 10 }];

    expect(acceptPrizes(proposed, offered, boundless).prizes).toMatchObject([{ quantity: 10 }]);
    expect(acceptPrizes(proposed, offered, shapeFor()).prizes).toBeUndefined();
  });
});
