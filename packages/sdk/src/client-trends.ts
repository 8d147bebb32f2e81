import type { Parts } from './client-parts.js';
import type { TrendStore } from './compose-trends.js';
import { addDays, dayOf } from './schema/seoul-time.js';
import type { CacheCount } from './trend-watch.js';

export interface WarmOptions {
  /** Whose answers will be wanted soon. @defaultValue those of the campaigns here, the commonest first */
  readonly stores?: readonly TrendStore[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Trending {
  /** How often each source of trends was answered for from memory, in this process. Empty without a key. */
  trendCache(): CacheCount[];
  /**
   * Asks the sources of trends ahead, so that the plans that come find the answers in memory. Ten pairs of trade and
   * region at most. Rejects for nothing that a source does.
   *
   * @returns how many pairs were asked about
   */
  warmTrends(options?: WarmOptions): Promise<number>;
}

/** Most pairs that are asked about ahead. Our own choice: some forty calls. */
const mostPairs = 10;
/** The time ahead that an event is usually planned for. */
const usualDays = 14;

export function trending(parts: Parts): Trending {
  const { store, trends, now } = parts;
  return {
    trendCache: () => trends.watch.counts(),
    async warmTrends({ stores, signal } = {}) {
      if (!trends.watch.listens) return 0;
      const wanted = stores ?? (await store.campaigns.list()).map(({ brief }) => brief.store);
      const today = dayOf(now());
      const period = { start: today, end: addDays(today, usualDays - 1) };
      const pairs = commonest(wanted).slice(0, mostPairs);
      for (const one of pairs) await trends.of({ store: one, period }, { signal });
      return pairs.length;
    },
  };
}

function commonest(stores: readonly TrendStore[]): TrendStore[] {
  const counts = new Map<string, { readonly store: TrendStore; readonly count: number }>();
  for (const store of stores) {
    const key = `${store.industry} ${store.region}`;
    counts.set(key, { store, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ store }) => store);
}
