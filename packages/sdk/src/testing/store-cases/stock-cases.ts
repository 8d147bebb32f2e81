import { expect } from 'vitest';
import { aCampaignId, aSealedEntry } from '../fixtures.js';
import { addOne, couponsOf, firstCome, kinds, lottery, range } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

export const stockCases: readonly StoreCase[] = [
  {
    name: 'gives exactly the stock, numbered from 1, then says sold out',
    async check(store) {
      await firstCome(store, 3);
      const outcomes = await store.entries.add(range(5).map((no) => aSealedEntry(no)));

      expect(couponsOf(outcomes)).toEqual([1, 2, 3]);
      expect(outcomes.slice(3)).toEqual([
        { kind: 'sold_out', stock: 3 },
        { kind: 'sold_out', stock: 3 },
      ]);
      expect(await store.entries.remainingStock(aCampaignId)).toBe(0);
    },
  },
  {
    name: 'gives exactly 100 coupons to 1,000 people who come at once',
    async check(store) {
      await firstCome(store, 100);
      const people = range(1_000).map((no) => aSealedEntry(no));
      const batches = range(40).map((no) => people.slice((no - 1) * 25, no * 25));
      const outcomes = (await Promise.all(batches.map((batch) => store.entries.add(batch)))).flat();

      expect(couponsOf(outcomes).sort((a, b) => Number(a) - Number(b))).toEqual(range(100));
      expect(outcomes.filter(({ kind }) => kind === 'sold_out')).toHaveLength(900);
      const kept = await store.entries.list(aCampaignId);
      expect(kept.map(({ seq, couponNo }) => [seq, couponNo])).toEqual(range(100).map((no) => [no, no]));
    },
  },
  {
    name: 'keeps one of ten entries of each phone in a race',
    async check(store) {
      await lottery(store);
      const entries = range(500).map((no) =>
        aSealedEntry(no, { blindIndex: aSealedEntry(no % 50).blindIndex }),
      );
      const batches = range(50).map((no) => entries.filter((_, index) => index % 50 === no - 1));
      const outcomes = (await Promise.all(batches.map((batch) => store.entries.add(batch)))).flat();

      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(50);
      expect(outcomes.filter(({ kind }) => kind === 'duplicate')).toHaveLength(450);
    },
  },
  {
    name: 'closes a first-come campaign with its last piece, and not before',
    async check(store) {
      await firstCome(store, 2);
      await addOne(store, aSealedEntry(1));
      const before = await store.campaigns.find(aCampaignId);
      await addOne(store, aSealedEntry(2));
      const after = await store.campaigns.find(aCampaignId);

      expect([before?.state, after?.state]).toEqual(['open', 'closed']);
    },
  },
  {
    name: 'never moves a campaign that is already further',
    async check(store) {
      await firstCome(store, 1);
      await store.campaigns.update(aCampaignId, ['open'], { state: 'cancelled' });
      await addOne(store, aSealedEntry(1));

      expect((await store.campaigns.find(aCampaignId))?.state).toBe('cancelled');
    },
  },
  {
    name: 'still knows its people when everything is gone',
    async check(store) {
      await firstCome(store, 1);
      const request = { idempotencyKey: 'key-0123456789abc', requestHash: 'r'.repeat(64) };
      await store.entries.add([aSealedEntry(1, request), aSealedEntry(2)]);
      const { blindIndex } = aSealedEntry(1);
      const outcomes = await store.entries.add([
        aSealedEntry(3, { ...request, blindIndex }),
        aSealedEntry(4, { blindIndex }),
        aSealedEntry(5, { blindIndex: aSealedEntry(2).blindIndex }),
      ]);

      expect(kinds(outcomes)).toEqual(['replayed', 'duplicate', 'sold_out']);
    },
  },
  {
    name: 'opens the stock once',
    async check(store) {
      await firstCome(store, 2);
      await addOne(store, aSealedEntry(1));
      await store.entries.openStock(aCampaignId, 50);

      expect(await store.entries.remainingStock(aCampaignId)).toBe(1);
    },
  },
];
