import type { RateName, RateObservation } from '../schema/rate.js';
import { beliefFrom, type Count, type PercentRange, rangeOf, updated } from './belief.js';

/** One store's campaigns, each with what was seen of its rates. */
export interface StoreHistory {
  readonly storeKey: string;
  readonly rates: readonly RateObservation[];
}

export interface LearningFigures {
  /** Between people of one campaign, 0 to 1. */
  readonly campaignCorrelation: { readonly value: number };
  /** Fewer stores than this are not pooled. */
  readonly leastPeerStores: { readonly value: number };
  /** How many stores the knowledge base is worth against peers. */
  readonly priorStores: { readonly value: number };
}

/** A range with what it rests on. */
export interface TaughtRange extends PercentRange {
  readonly own: Count & { readonly campaigns: number };
  /** Other stores of the trade; 0 where there are too few. */
  readonly peerStores: number;
}

/**
 * A prior, moved first to where the stores of the trade are, then updated by the store's own campaigns. Peers say where
 * the middle of the trade lies, not how much stores differ: the width stays.
 *
 * @returns undefined when nobody has seen this rate
 */
export function taughtRange(
  prior: PercentRange,
  question: { readonly rate: RateName; readonly of: string },
  histories: { readonly own: readonly RateObservation[]; readonly peers: readonly StoreHistory[] },
  figures: LearningFigures,
): TaughtRange | undefined {
  const own = histories.own.filter((seen) => answers(seen, question));
  const shares = peerShares(histories.peers, question);
  const peerStores = shares.length >= figures.leastPeerStores.value ? shares.length : 0;
  if (own.length === 0 && peerStores === 0) return undefined;
  const centred = peerStores > 0 ? towards(prior, shares, figures.priorStores.value) : prior;
  const belief = own.reduce(
    (before, seen) => updated(before, seen, figures.campaignCorrelation.value),
    beliefFrom(centred),
  );
  return { ...rangeOf(belief), own: { ...sum(own), campaigns: own.length }, peerStores };
}

function answers(seen: RateObservation, { rate, of }: { rate: RateName; of: string }): boolean {
  return seen.rate === rate && seen.of === of && seen.trials > 0;
}

/** One share for each store, so that a large one does not speak for all. */
function peerShares(
  peers: readonly StoreHistory[],
  question: { readonly rate: RateName; readonly of: string },
): number[] {
  const byStore = new Map<string, RateObservation[]>();
  for (const { storeKey, rates } of peers) {
    const seen = rates.filter((one) => answers(one, question));
    if (seen.length > 0) byStore.set(storeKey, [...(byStore.get(storeKey) ?? []), ...seen]);
  }
  return Array.from(byStore.values(), (seen) => {
    const { successes, trials } = sum(seen);
    return successes / trials;
  });
}

function towards(prior: PercentRange, shares: readonly number[], worth: number): PercentRange {
  const peerSum = shares.reduce((total, share) => total + 100 * share, 0);
  const mid = (prior.mid * worth + peerSum) / (worth + shares.length);
  const moved = mid - prior.mid;
  return { low: Math.max(0, prior.low + moved), mid, high: Math.min(100, prior.high + moved) };
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, { successes, trials }) => ({
      successes: total.successes + successes,
      trials: total.trials + trials,
    }),
    { successes: 0, trials: 0 },
  );
}
