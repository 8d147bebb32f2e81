import type { Parts } from './client-parts.js';
import type { CacheName, CacheReads } from './schema/cache-reads.js';
import { addDays, dayOf } from './schema/seoul-time.js';
import type { TrendSourceId } from './schema/trend.js';

/** How often memory answered, with what the number is made of. */
export interface HitRate {
  /** Questions, and those of them that memory answered. */
  readonly reads: number;
  readonly hits: number;
  /** Hits over reads, 0 to 1. Null when nothing was read: that is no rate. */
  readonly hitRate: number | null;
  /** When the counting of these reads began and when it was last written down. Null when nothing was read. */
  readonly since: string | null;
  readonly until: string | null;
}

export interface CacheRates {
  /** Days that are counted, today included. */
  readonly days: number;
  /** Plans that text models have a part in; others are made anew each time. */
  readonly plans: HitRate;
  /** All sources of trends together, and those of them that were asked. */
  readonly trends: HitRate & { readonly sources: readonly (HitRate & { readonly source: TrendSourceId })[] };
}

export interface Caching {
  /**
   * How often memory answered in the last seven days, in all processes on this store, this one included. Another
   * process that is still at work tells every five minutes, and when it ends.
   */
  caches(): Promise<CacheRates>;
}

interface Count {
  readonly hits: number;
  readonly misses: number;
}

/** Days that `caches` looks back: a week has every weekday. Our own choice. */
const days = 7;

export function caching(
  { store, trends, now }: Parts,
  planCache: () => Count,
): Caching & { readonly stop: () => Promise<void> } {
  const told = new Map<CacheName, Count>();
  let since = now();

  /** What was counted and not told yet becomes told, before it is written: two callers never tell it twice. */
  function untold(): CacheReads[] {
    const at = now();
    const span = { day: dayOf(at), since: since.toISOString(), until: at.toISOString() };
    const counts = [
      { cache: 'plans' as const, ...planCache() },
      ...trends.watch.counts().map(({ source, ...count }) => ({ cache: source, ...count })),
    ];
    since = at;
    return counts.flatMap(({ cache, hits, misses }) => {
      const before = told.get(cache) ?? { hits: 0, misses: 0 };
      told.set(cache, { hits, misses });
      const fresh = { hits: hits - before.hits, misses: misses - before.misses };
      const reads = fresh.hits + fresh.misses;
      return reads > 0 ? [{ cache, ...span, reads, hits: fresh.hits }] : [];
    });
  }

  return {
    async caches() {
      await store.caches.add(untold());
      return ratesOf(await store.caches.from(addDays(dayOf(now()), 1 - days)));
    },
    // figures are not worth a failed ending
    stop: () => store.caches.add(untold()).catch(() => {}),
  };
}

function ratesOf(all: readonly CacheReads[]): CacheRates {
  const ofTrends = all.filter((one): one is CacheReads & { cache: TrendSourceId } => one.cache !== 'plans');
  const sources = [...new Set(ofTrends.map(({ cache }) => cache))];
  return {
    days,
    plans: rateOf(all.filter(({ cache }) => cache === 'plans')),
    trends: {
      ...rateOf(ofTrends),
      sources: sources.map((source) => ({
        source,
        ...rateOf(ofTrends.filter((one) => one.cache === source)),
      })),
    },
  };
}

function rateOf(counts: readonly CacheReads[]): HitRate {
  const sum = (of: (one: CacheReads) => number) => counts.reduce((total, one) => total + of(one), 0);
  const [reads, hits] = [sum((one) => one.reads), sum((one) => one.hits)];
  if (reads === 0) return { reads, hits, hitRate: null, since: null, until: null };
  const times = counts.flatMap(({ since, until }) => [since, until]).sort();
  return { reads, hits, hitRate: hits / reads, since: times[0] ?? null, until: times.at(-1) ?? null };
}
