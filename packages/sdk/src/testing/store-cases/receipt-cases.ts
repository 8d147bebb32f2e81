import { expect } from 'vitest';
import { aCampaign, aCampaignId, aSealedEntry } from '../fixtures.js';
import { addOne, kinds, lottery } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

const receiptHash = 'a'.repeat(64);
const shown = (no: number, over: object = {}) =>
  aSealedEntry(no, { receiptHash, visited: true, visitProof: 'receipt', weight: 3, ...over });

/** One receipt of the till brings one bonus. */
export const receiptCases: readonly StoreCase[] = [
  {
    name: 'spends a receipt once and forgets who came with it again',
    async check(store) {
      await lottery(store);
      await addOne(store, shown(1));
      const again = await addOne(store, shown(2));
      const without = await addOne(store, aSealedEntry(2));

      expect([again.kind, without]).toMatchObject(['receipt_used', { kind: 'created', entry: { seq: 2 } }]);
      expect(await store.entries.tally(aCampaignId)).toMatchObject({
        accepted: 2,
        duplicates: 0,
        visitors: 1,
      });
    },
  },
  {
    name: 'spends a receipt once within one batch, for the first who came',
    async check(store) {
      await lottery(store);
      const outcomes = await store.entries.add([aSealedEntry(1), shown(2), shown(3), aSealedEntry(4)]);

      expect(kinds(outcomes)).toEqual(['created', 'created', 'receipt_used', 'created']);
      expect((await store.entries.list(aCampaignId)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    },
  },
  {
    name: 'lets a phone in by its next request when its first was refused for the receipt',
    async check(store) {
      await lottery(store);
      await addOne(store, shown(1));
      const { blindIndex } = aSealedEntry(2);
      const outcomes = await store.entries.add([shown(2), aSealedEntry(3, { blindIndex })]);

      expect(kinds(outcomes)).toEqual(['receipt_used', 'created']);
    },
  },
  {
    name: 'tells a repeat in the same batch the same refusal',
    async check(store) {
      await lottery(store);
      await addOne(store, shown(1));
      const request = { idempotencyKey: 'key-0123456789abc', requestHash: 'r'.repeat(64) };
      const outcomes = await store.entries.add([shown(2, request), shown(3, request)]);

      expect(kinds(outcomes)).toEqual(['receipt_used', 'receipt_used']);
    },
  },
  {
    name: 'does not spend the receipt of a phone that has entered',
    async check(store) {
      await lottery(store);
      await addOne(store, aSealedEntry(1));
      const again = await addOne(store, shown(2, { blindIndex: aSealedEntry(1).blindIndex }));

      expect([again.kind, (await addOne(store, shown(3))).kind]).toEqual(['duplicate', 'created']);
    },
  },
  {
    name: 'keeps the receipts of campaigns apart, and how a visit was proven',
    async check(store) {
      await lottery(store);
      const other = 'cmp-000000000002';
      await store.campaigns.add(aCampaign({ id: other, slug: 'latte2' }));
      const outcomes = await store.entries.add([shown(1), shown(2, { campaignId: other })]);

      expect(kinds(outcomes)).toEqual(['created', 'created']);
      expect(await store.entries.find(aCampaignId, aSealedEntry(1).id)).toMatchObject({
        visitProof: 'receipt',
      });
    },
  },
];
