import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Belief, beliefFrom, meanOf, quantileOf, rangeOf, updated } from './belief.js';
import { incompleteBeta } from './incomplete-beta.js';

const beliefs = fc.record({
  alpha: fc.double({ min: 0.5, max: 5_000, noNaN: true }),
  beta: fc.double({ min: 0.5, max: 5_000, noNaN: true }),
});

/** With whole numbers the incomplete beta is a sum of binomial terms: an independent way to the same value. */
function binomialTail(x: number, { alpha, beta }: Belief): number {
  const n = alpha + beta - 1;
  let sum = 0;
  for (let k = alpha; k <= n; k += 1) {
    let term = x ** k * (1 - x) ** (n - k);
    for (let i = 1; i <= k; i += 1) term *= (n - k + i) / i;
    sum += term;
  }
  return sum;
}

describe('incompleteBeta', () => {
  test.prop([
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('agrees with the sum of binomial terms', (alpha, beta, x) => {
    expect(incompleteBeta(x, { alpha, beta })).toBeCloseTo(binomialTail(x, { alpha, beta }), 9);
  });

  it('sees a sum that forgets its first term', () => {
    const belief = { alpha: 3, beta: 9 };
    const forgetful = binomialTail(0.25, belief) - binomialTail(0.25, { ...belief, alpha: 4, beta: 8 });

    expect(Math.abs(incompleteBeta(0.25, belief) - forgetful)).toBeGreaterThan(0.01);
  });
});

describe('a belief', () => {
  test.prop([beliefs, fc.double({ min: 0.01, max: 0.99, noNaN: true })])(
    'has its quantiles where its mass says',
    (belief, p) => {
      expect(incompleteBeta(quantileOf(belief, p), belief)).toBeCloseTo(p, 4);
    },
  );

  it('keeps the middle and about the range of what the knowledge base says', () => {
    const range = rangeOf(beliefFrom({ low: 4, mid: 10, high: 20 }));

    expect(range.mid).toBeCloseTo(10, 9);
    expect(range.low).toBeGreaterThan(2);
    expect(range.low).toBeLessThan(5);
    expect(range.high).toBeGreaterThan(16);
    expect(range.high).toBeLessThan(21);
  });

  it('moves towards what was counted, and gets surer', () => {
    const before = beliefFrom({ low: 4, mid: 10, high: 20 });
    const after = updated(before, { successes: 60, trials: 300 }, 0.02);

    expect(meanOf(after)).toBeGreaterThan(0.13);
    expect(meanOf(after)).toBeLessThan(0.2);
    expect(rangeOf(after).high - rangeOf(after).low).toBeLessThan(rangeOf(before).high - rangeOf(before).low);
  });

  it('is worth no more than 1/ρ people however many took part in one campaign', () => {
    const before = { alpha: 1, beta: 1 };
    const after = updated(before, { successes: 50_000, trials: 100_000 }, 0.02);

    expect(after.alpha + after.beta - 2).toBeCloseTo(50, 1);
  });

  it('learns nothing from a campaign nobody could have seen', () => {
    expect(updated({ alpha: 2, beta: 3 }, { successes: 0, trials: 0 }, 0.02)).toEqual({ alpha: 2, beta: 3 });
  });
});
