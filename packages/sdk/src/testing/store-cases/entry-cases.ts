import { expect } from 'vitest';
import { aCampaign, aCampaignId, anInstant, aSealedEntry } from '../fixtures.js';
import { addOne, kinds, lottery, range } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

export const entryCases: readonly StoreCase[] = [
  {
    name: 'numbers entries without a gap in order of arrival',
    async check(store) {
      await lottery(store);
      await store.entries.add([aSealedEntry(3), aSealedEntry(1), aSealedEntry(3, { id: 'd'.repeat(32) })]);
      await store.entries.add([aSealedEntry(2)]);

      const listed = await store.entries.list(aCampaignId);
      expect(listed.map(({ seq, id }) => [seq, id])).toEqual([
        [1, aSealedEntry(3).id],
        [2, aSealedEntry(1).id],
        [3, aSealedEntry(2).id],
      ]);
    },
  },
  {
    name: 'gives back an entry as it was answered',
    async check(store) {
      await lottery(store);
      const entry = aSealedEntry(1, { weight: 3, visited: true, marketingConsent: true });
      const outcome = await addOne(store, entry);

      const { blindIndex, requestHash, ...kept } = entry;
      expect(outcome).toEqual({ kind: 'created', entry: { ...kept, seq: 1 } });
      expect(await store.entries.find(aCampaignId, entry.id)).toEqual({ ...kept, seq: 1 });
      expect(await store.entries.find('cmp-other0000000', entry.id)).toBeUndefined();
    },
  },
  {
    name: 'keeps one entry for each phone and tells when it came',
    async check(store) {
      await lottery(store);
      await addOne(store, aSealedEntry(1));
      const again = aSealedEntry(2, {
        blindIndex: aSealedEntry(1).blindIndex,
        receivedAt: '2026-12-06T00:00:00Z',
      });

      expect(await addOne(store, again)).toEqual({ kind: 'duplicate', enteredAt: anInstant });
      expect(await store.entries.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'keeps one entry for each phone within one batch',
    async check(store) {
      await lottery(store);
      const { blindIndex } = aSealedEntry(1);
      const outcomes = await store.entries.add([
        aSealedEntry(1),
        aSealedEntry(2, { blindIndex }),
        aSealedEntry(3),
        aSealedEntry(4, { blindIndex }),
      ]);

      expect(kinds(outcomes)).toEqual(['created', 'duplicate', 'created', 'duplicate']);
      expect((await store.entries.list(aCampaignId)).map(({ seq }) => seq)).toEqual([1, 2]);
    },
  },
  {
    name: 'lets one phone enter two campaigns',
    async check(store) {
      await lottery(store);
      const other = 'cmp-000000000002';
      await store.campaigns.add(aCampaign({ id: other, slug: 'latte2' }));
      const outcomes = await store.entries.add([
        aSealedEntry(1),
        aSealedEntry(2, { campaignId: other, blindIndex: aSealedEntry(1).blindIndex }),
      ]);

      expect(outcomes.map((outcome) => outcome.kind === 'created' && outcome.entry.seq)).toEqual([1, 1]);
    },
  },
  {
    name: 'refuses an entry of a campaign that does not exist',
    async check(store) {
      await expect(store.entries.add([aSealedEntry(1)])).rejects.toThrow();
      expect(await store.entries.list(aCampaignId)).toEqual([]);
    },
  },
  {
    name: 'writes all of a batch or nothing',
    async check(store) {
      await lottery(store);
      const broken = aSealedEntry(2, { weight: 0 });

      await expect(store.entries.add([aSealedEntry(1), broken])).rejects.toThrow();
      expect(await store.entries.list(aCampaignId)).toEqual([]);
      expect(await addOne(store, aSealedEntry(1))).toMatchObject({ kind: 'created', entry: { seq: 1 } });
    },
  },
  {
    name: 'answers the same request again with the same entry',
    async check(store) {
      await lottery(store);
      const request = { idempotencyKey: 'key-0123456789abc', requestHash: 'r'.repeat(64) };
      const first = await addOne(store, aSealedEntry(1, request));
      const second = await addOne(
        store,
        aSealedEntry(2, { ...request, blindIndex: aSealedEntry(1).blindIndex }),
      );

      expect(first.kind).toBe('created');
      expect(second).toEqual({ ...first, kind: 'replayed' });
      expect(await store.entries.tally(aCampaignId)).toMatchObject({ accepted: 1, duplicates: 0 });
    },
  },
  {
    name: 'answers the same request twice within one batch',
    async check(store) {
      await lottery(store);
      const request = { idempotencyKey: 'key-0123456789abc', requestHash: 'r'.repeat(64) };
      const { blindIndex } = aSealedEntry(1);
      const outcomes = await store.entries.add([
        aSealedEntry(1, request),
        aSealedEntry(2, { ...request, blindIndex }),
      ]);

      expect(kinds(outcomes)).toEqual(['created', 'replayed']);
      expect(await store.entries.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'refuses a key that comes with another request, in a batch and after it',
    async check(store) {
      await lottery(store);
      const idempotencyKey = 'key-0123456789abc';
      const outcomes = await store.entries.add([
        aSealedEntry(1, { idempotencyKey }),
        aSealedEntry(2, { idempotencyKey }),
      ]);

      expect(kinds(outcomes)).toEqual(['created', 'key_reused']);
      expect((await addOne(store, aSealedEntry(3, { idempotencyKey }))).kind).toBe('key_reused');
      expect(await store.entries.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'keeps the keys of campaigns apart',
    async check(store) {
      await lottery(store);
      const other = 'cmp-000000000002';
      await store.campaigns.add(aCampaign({ id: other, slug: 'latte2' }));
      const idempotencyKey = 'key-0123456789abc';
      const outcomes = await store.entries.add([
        aSealedEntry(1, { idempotencyKey }),
        aSealedEntry(2, { idempotencyKey, campaignId: other }),
      ]);

      expect(kinds(outcomes)).toEqual(['created', 'created']);
    },
  },
  {
    name: 'has no stock for a lottery',
    async check(store) {
      await lottery(store);
      await addOne(store, aSealedEntry(1));

      expect(await store.entries.remainingStock(aCampaignId)).toBeUndefined();
    },
  },
  {
    name: 'counts what came in',
    async check(store) {
      await lottery(store);
      const { blindIndex } = aSealedEntry(1);
      await store.entries.add([
        aSealedEntry(1, { visited: true }),
        aSealedEntry(2, { marketingConsent: true, visited: true }),
        aSealedEntry(3, { blindIndex, marketingConsent: true }),
      ]);
      await store.entries.add([aSealedEntry(4, { blindIndex })]);
      await store.entries.countRefusals(aCampaignId, 1);
      await store.entries.countRefusals(aCampaignId, 2);

      expect(await store.entries.tally(aCampaignId)).toEqual({
        accepted: 2,
        duplicates: 2,
        refused: 3,
        visitors: 2,
        marketingConsents: 1,
      });
    },
  },
  {
    name: 'counts nothing before the first entry',
    async check(store) {
      await lottery(store);

      expect(await store.entries.tally(aCampaignId)).toEqual({
        accepted: 0,
        duplicates: 0,
        refused: 0,
        visitors: 0,
        marketingConsents: 0,
      });
    },
  },
  {
    name: 'takes an empty batch',
    async check(store) {
      expect(await store.entries.add([])).toEqual([]);
    },
  },
  {
    name: 'takes more entries in a batch than one statement holds',
    async check(store) {
      await lottery(store);
      const outcomes = await store.entries.add(range(2_500).map((no) => aSealedEntry(no)));

      expect(outcomes.every(({ kind }) => kind === 'created')).toBe(true);
      expect((await store.entries.list(aCampaignId)).at(-1)?.seq).toBe(2_500);
    },
  },
];
