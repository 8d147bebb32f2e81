import type { CacheReads } from '../schema/cache-reads.js';

/** How often memory answered, for processes that did not ask. Figures only: nothing tells what was asked. */
export interface CacheRepository {
  /** Adds to the figures of a cache and a day, in one write. Its span grows to hold both. */
  add(counts: readonly CacheReads[]): Promise<void>;
  /** Of that day and later, by cache and day. */
  from(day: string): Promise<CacheReads[]>;
}
