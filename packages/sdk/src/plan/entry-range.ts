import type { PercentRange } from '../rates/belief.js';

/** People who could enter by one way, and the shares that must all hold for one to do so. */
export interface EntrySource {
  readonly people: number;
  readonly shares: readonly PercentRange[];
}

/** Standard deviations from the middle to either end of a range that holds four times in five. */
const halfWidth = 1.2816;

/**
 * How many will enter: the mean, and the range that holds four times in five. What we do not know of a store, how one
 * campaign differs from the next, and chance itself all widen it; several sources narrow each other. The sum is taken
 * for a gamma distribution, which cannot be negative and has the long upper tail of such counts.
 *
 * @param correlation - Between people of one campaign, 0 to 1
 */
export function entryRange(sources: readonly EntrySource[], correlation: number): PercentRange {
  const parts = sources.map((source) => momentsOf(source, correlation));
  const mid = parts.reduce((sum, { mean }) => sum + mean, 0);
  if (mid === 0) return { low: 0, mid: 0, high: 0 };
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const shape = mid ** 2 / variance;
  return { low: mid * gammaShare(shape, -halfWidth), mid, high: mid * gammaShare(shape, halfWidth) };
}

/** Quantile of a gamma distribution over its mean, by its normal deviate. Source: Wilson and Hilferty, PNAS 17 (1931). */
function gammaShare(shape: number, deviate: number): number {
  return Math.max(0, 1 - 1 / (9 * shape) + deviate / (3 * Math.sqrt(shape))) ** 3;
}

/**
 * The share of people who come all the way, 0 to 1, and how far it may lie from that: for what we do not know of the
 * store, and, with a correlation, for how one campaign differs from the next. Each step of the way differs by itself, as
 * learning takes it: a correlation of the whole would be counted against the few who are left at its end.
 */
export function shareOf(
  { shares }: Pick<EntrySource, 'shares'>,
  correlation = 0,
): { readonly mean: number; readonly variance: number } {
  const mean = shares.reduce((product, { mid }) => (product * mid) / 100, 1);
  const spread = shares.reduce((product, range) => product * spreadOf(range, correlation), 1);
  return { mean, variance: mean ** 2 * (spread - 1) };
}

/** Mean of the square over the square of the mean. */
function spreadOf(range: PercentRange, correlation: number): number {
  const doubt = 1 + relativeVariance(range);
  if (range.mid === 0) return doubt;
  return doubt + Math.max(0, 100 / range.mid - doubt) * correlation;
}

function momentsOf({ people, shares }: EntrySource, correlation: number) {
  const { mean: share, variance } = shareOf({ shares }, correlation);
  const mean = people * share;
  return { mean, variance: people ** 2 * variance + mean * (1 - share) };
}

function relativeVariance({ low, mid, high }: PercentRange): number {
  return mid === 0 ? 0 : ((high - low) / (2 * halfWidth * mid)) ** 2;
}
