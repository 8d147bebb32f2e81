import { expect } from 'vitest';
import { aProviderHealth } from '../health-fixtures.js';
import type { StoreCase } from './store-case.js';

/** Later than {@link aProviderHealth}, written with another offset. */
const paused = aProviderHealth({
  state: 'open',
  since: '2026-12-05T12:30:00+09:00',
  openSince: '2026-12-05T12:30:00+09:00',
  at: '2026-12-05T12:30:00+09:00',
  cause: { code: 'PROVIDER_005', at: '2026-12-05T12:30:00+09:00' },
});

/** How the providers are, as the process that knew last has left it. */
export const healthCases: readonly StoreCase[] = [
  {
    name: 'keeps one record of health for each provider, by name',
    async check(store) {
      const before = await store.health.list();
      await store.health.save(aProviderHealth());
      await store.health.save(aProviderHealth({ provider: 'blog' }));
      await store.health.save(paused);

      expect(before).toEqual([]);
      expect(await store.health.list()).toEqual([aProviderHealth({ provider: 'blog' }), paused]);
    },
  },
  {
    name: 'keeps the newest record of health, in whatever order they come',
    async check(store) {
      await store.health.save(paused);
      await store.health.save(aProviderHealth());
      const late = await store.health.list();
      await store.health.save({ ...paused, failuresInRow: 3 });

      expect(late).toEqual([paused]);
      expect(await store.health.list()).toEqual([{ ...paused, failuresInRow: 3 }]);
    },
  },
  {
    name: 'keeps the newest record of health when many are saved at once',
    async check(store) {
      const minutes = [3, 9, 1, 7, 5];
      const records = minutes.map((minute) => aProviderHealth({ at: `2026-12-05T03:0${minute}:00.000Z` }));
      await Promise.all(records.map((record) => store.health.save(record)));

      expect(await store.health.list()).toEqual([records[1]]);
    },
  },
];
