import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { beliefFrom, quantileOf } from '../rates/belief.js';
import { createSeededRandom } from '../testing/seeded-random.js';
import { type EntrySource, entryRange } from './entry-range.js';

const correlation = 0.02;
const qrForm = { low: 4, mid: 10, high: 20 };
const landing = { low: 8, mid: 15, high: 25 };
const sources: readonly EntrySource[] = [
  { people: 900, shares: [qrForm] },
  { people: 300, shares: [{ low: 1, mid: 3, high: 7 }, landing] },
  { people: 5_000, shares: [{ low: 0.02, mid: 0.05, high: 0.15 }, landing] },
];

/** Entries of one store in one campaign, with rates as far apart as stores and campaigns are. */
function live(random: () => number): number {
  return sources.reduce((sum, { people, shares }) => {
    const worth = 1 / correlation - 1;
    const shaken = (share: number) =>
      quantileOf({ alpha: share * worth, beta: (1 - share) * worth }, random());
    const now = shares.reduce(
      (product, range) => product * shaken(quantileOf(beliefFrom(range), random())),
      1,
    );
    const spread = Math.sqrt(people * now * (1 - now));
    const luck = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return sum + Math.max(0, people * now + spread * luck);
  }, 0);
}

describe('the range of entries to expect', () => {
  it('holds about four stores in five', () => {
    const random = createSeededRandom(11);
    const entries = Array.from({ length: 1_000 }, () => live(random));
    const { low, mid, high } = entryRange(sources, correlation);
    const share = entries.filter((count) => count >= low && count <= high).length / entries.length;
    const mean = entries.reduce((sum, count) => sum + count, 0) / entries.length;

    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.85);
    expect(mean / mid).toBeCloseTo(1, 1);
  });

  it('would be caught when it knew of chance alone', () => {
    const random = createSeededRandom(11);
    const entries = Array.from({ length: 300 }, () => live(random));
    const sure = sources.map(({ people, shares }) => ({
      people,
      shares: shares.map(({ mid }) => ({ low: mid, mid, high: mid })),
    }));
    const { low, high } = entryRange(sure, 0);

    expect(entries.filter((count) => count >= low && count <= high).length / entries.length).toBeLessThan(
      0.5,
    );
  });

  test.prop([
    fc.array(
      fc.record({
        people: fc.integer({ min: 0, max: 100_000 }),
        mid: fc.double({ min: 0.01, max: 60, noNaN: true }),
      }),
      { maxLength: 7 },
    ),
  ])('is ordered, and never below nobody', (all) => {
    const asked = all.map(({ people, mid }) => ({
      people,
      shares: [{ low: mid / 2, mid, high: mid * 1.5 }],
    }));
    const { low, mid, high } = entryRange(asked, correlation);

    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThanOrEqual(mid);
    expect(high).toBeGreaterThanOrEqual(low);
  });
});
