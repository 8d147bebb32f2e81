import { describe, expect, it } from 'vitest';
import type { DailySales } from '../providers/sales-source.js';
import { addDays } from '../schema/seoul-time.js';
import { tQuantile } from './t-quantile.js';
import { measureUplift } from './uplift.js';

const period = { start: '2026-12-01', end: '2026-12-14' };
const ordinary = () => false;
const measure = (sales: DailySales[], isSpecial: (day: string) => boolean = ordinary) =>
  measureUplift({ sales, period, isSpecial });

/** Four weeks before the campaign and two weeks of it. */
const days = Array.from({ length: 42 }, (_, index) => addDays(period.start, index - 28));

/** Ordinary sales by weekday from Tuesday on, won; together half of the worked example's baseline. */
const profile = [600_000, 620_000, 640_000, 800_000, 980_000, 960_000, 666_250];
const usual = (day: string) => profile[days.indexOf(day) % 7] ?? 0;

describe('measureUplift', () => {
  it('gives the numbers of the worked example', () => {
    // Noise of 3.3 % after pooling: each weekday swings by ±2.86 % around its mean.
    const noise = 0.033 * Math.sqrt(21 / 28);
    const sales = days.map((day, index) => {
      const swing = index < 28 ? 1 + noise * (Math.floor(index / 7) % 2 === 0 ? 1 : -1) : 11_515 / 10_532.5;
      return { day, salesKrw: Math.round(usual(day) * swing) };
    });

    const uplift = measure(sales);

    expect(Math.sqrt(uplift?.baseline.variance ?? 0)).toBeCloseTo(0.033, 4);
    expect(uplift?.baseline.degrees).toBe(21);
    expect(uplift?.value).toMatchObject({ baselineKrw: 10_532_500, proven: true });
    expect(Math.abs((uplift?.value.incrementalKrw ?? 0) - 982_500)).toBeLessThan(20);
    expect((uplift?.value.highKrw ?? 0) - (uplift?.value.lowKrw ?? 0)).toBeGreaterThan(2 * 236_000);
    expect((uplift?.value.highKrw ?? 0) - (uplift?.value.lowKrw ?? 0)).toBeLessThan(2 * 246_000);
  });

  it('covers the truth in about 95 of 100 simulated campaigns', () => {
    const coverage = coverageOf((value) => value);

    expect(coverage).toBeGreaterThan(0.92);
    expect(coverage).toBeLessThan(0.975);
  });

  it('would be caught claiming intervals half as wide', () => {
    expect(coverageOf((halfWidth) => halfWidth / 2)).toBeLessThan(0.8);
  });

  it('proves nothing where sales did not change', () => {
    const random = seeded(7);
    const sales = days.map((day) => ({
      day,
      salesKrw: Math.round(usual(day) * (1 + 0.12 * gaussian(random))),
    }));

    expect(measure(sales)?.value.proven).toBe(false);
  });

  it('leaves holidays out and looks further back when too few weeks are left', () => {
    const sales = Array.from({ length: 70 }, (_, index) => addDays(period.start, index - 56)).map((day) => ({
      day,
      salesKrw: day === '2026-11-10' ? 1 : 500_000,
    }));
    const special = ['2026-11-10', '2026-11-17'];

    const uplift = measure(sales, (day) => special.includes(day));

    expect(uplift?.value).toMatchObject({ baselineKrw: 7_000_000, incrementalKrw: 0 });
    expect(uplift?.baseline.widened).toBe(true);
  });

  it('leaves closed days out of both sides', () => {
    const open = days.filter((_, index) => index % 7 !== 0);
    const sales = open.map((day) => ({ day, salesKrw: 500_000 }));

    expect(measure(sales)).toMatchObject({ campaignDays: 12, value: { baselineKrw: 6_000_000 } });
  });

  it.each([
    ['nothing', []],
    ['no campaign day', days.slice(0, 28)],
    ['no earlier day', days.slice(28)],
    ['one week before', [...days.slice(21, 28), ...days.slice(28)]],
  ])('stays silent with %s', (_, known) => {
    expect(measure(known.map((day) => ({ day, salesKrw: 500_000 })))).toBeUndefined();
  });
});

describe('tQuantile', () => {
  it.each([
    [1, 12.706],
    [21, 2.08],
    [30, 2.042],
    [40, 2.021],
    [60, 2],
    [120, 1.98],
    [1_000_000, 1.96],
  ])('of %i degrees is %d', (degrees, value) => {
    expect(tQuantile(degrees)).toBeCloseTo(value, 2);
  });
});

/** Share of 400 campaigns without any effect whose interval holds zero. */
function coverageOf(shrink: (halfWidthKrw: number) => number): number {
  const random = seeded(20_261_120);
  const runs = 400;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const sales = days.map((day) => ({
      day,
      salesKrw: Math.round(usual(day) * (1 + 0.12 * gaussian(random))),
    }));
    const value = measure(sales)?.value;
    const halfWidthKrw = shrink(((value?.highKrw ?? 0) - (value?.lowKrw ?? 0)) / 2);
    if (Math.abs(value?.incrementalKrw ?? Number.POSITIVE_INFINITY) <= halfWidthKrw) covered += 1;
  }
  return covered / runs;
}

/** A small generator (mulberry32), so that the simulation is the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
