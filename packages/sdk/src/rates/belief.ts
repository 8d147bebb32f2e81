import { incompleteBeta } from './incomplete-beta.js';

/** What we hold of a share between 0 and 1: a Beta distribution. `alpha + beta` is how many observations it is worth. */
export interface Belief {
  readonly alpha: number;
  readonly beta: number;
}

/** A belief as the knowledge base writes it, in percent. `low` to `high` holds the truth four times in five. */
export interface PercentRange {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** How many did it among those who could have. */
export interface Count {
  readonly successes: number;
  readonly trials: number;
}

/** Tails left out on either side of a range, so that it holds four times in five. */
const tail = 0.1;
/** Standard deviations from the middle to either end of such a range, in a normal distribution. */
const halfWidth = 1.2816;
/** Even the vaguest prior is worth this many observations: fewer would put its mass at 0 and 1. */
const leastWorth = 2;

/** A prior: the middle is its mean, and the width of the range its spread. */
export function beliefFrom({ low, mid, high }: PercentRange): Belief {
  const mean = mid / 100;
  const deviation = (high - low) / 100 / (2 * halfWidth);
  const worth = Math.max(leastWorth, (mean * (1 - mean)) / deviation ** 2 - 1);
  return { alpha: mean * worth, beta: (1 - mean) * worth };
}

/**
 * What one campaign adds. The people of one campaign share its weather, its week and its poster, so they teach less
 * than as many strangers would: with a correlation ρ between them, n people count as n ÷ (1 + (n − 1) ρ).
 *
 * @param correlation - Between people of one campaign, 0 to 1
 */
export function updated(belief: Belief, { successes, trials }: Count, correlation: number): Belief {
  if (trials === 0) return belief;
  const share = 1 / (1 + (trials - 1) * correlation);
  return {
    alpha: belief.alpha + successes * share,
    beta: belief.beta + (trials - successes) * share,
  };
}

export function meanOf({ alpha, beta }: Belief): number {
  return alpha / (alpha + beta);
}

/** The share below which the truth lies with probability `p`. */
export function quantileOf(belief: Belief, p: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 50; halving += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, belief) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The belief in percent, as the knowledge base writes it. */
export function rangeOf(belief: Belief): PercentRange {
  return {
    low: 100 * quantileOf(belief, tail),
    mid: 100 * meanOf(belief),
    high: 100 * quantileOf(belief, 1 - tail),
  };
}
