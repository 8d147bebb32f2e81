import { expect } from 'vitest';
import type { CacheReads } from '../../schema/cache-reads.js';
import type { StoreCase } from './store-case.js';

const read = (over: Partial<CacheReads> = {}): CacheReads => ({
  cache: 'kma',
  day: '2026-12-05',
  reads: 10,
  hits: 8,
  since: '2026-12-05T03:00:00.000Z',
  until: '2026-12-05T03:10:00.000Z',
  ...over,
});

/** What processes have counted of their caches, added up. */
export const cacheCases: readonly StoreCase[] = [
  {
    name: 'adds up the reads of a cache and a day, over the whole time they were counted in',
    async check(store) {
      expect(await store.caches.from('2026-12-01')).toEqual([]);
      await store.caches.add([read(), read({ cache: 'plans', reads: 1, hits: 0 })]);
      await store.caches.add([
        read({ reads: 5, hits: 1, since: '2026-12-05T02:00:00.000Z', until: '2026-12-05T02:30:00.000Z' }),
      ]);
      await store.caches.add([]);

      expect(await store.caches.from('2026-12-05')).toEqual([
        read({ reads: 15, hits: 9, since: '2026-12-05T02:00:00.000Z' }),
        read({ cache: 'plans', reads: 1, hits: 0 }),
      ]);
    },
  },
  {
    name: 'loses no read when many processes add at once, and leaves earlier days out',
    async check(store) {
      await store.caches.add([read({ day: '2026-12-04' })]);
      await Promise.all(Array.from({ length: 20 }, () => store.caches.add([read({ reads: 3, hits: 2 })])));

      expect(await store.caches.from('2026-12-05')).toEqual([read({ reads: 60, hits: 40 })]);
      expect(await store.caches.from('2026-12-04')).toHaveLength(2);
    },
  },
];
