import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { aCommitment } from '../draw-fixtures.js';
import { aCampaign, aCampaignId, anInstant, aSealedEntry } from '../fixtures.js';
import { hexOf } from '../hex-of.js';
import type { StoreCase } from './store-case.js';

const other = 'cmp-000000000002';

async function withEntries(store: Store): Promise<void> {
  await store.campaigns.add(aCampaign());
  await store.campaigns.add(aCampaign({ id: other, slug: 'latte2' }));
  for (const no of [5, 3, 4, 1, 2]) await store.entries.add([anEntry(no, no === 4 ? other : aCampaignId)]);
}

const anEntry = (no: number, campaignId: string) => aSealedEntry(no, { campaignId });

const head = (size: number, root = hexOf(size, 64)) => ({
  log: 'kt-event-log/1' as const,
  event_id: aCampaignId,
  size,
  root,
  at: '2026-12-05T03:00:00.000Z',
  signature: { public_key: hexOf(1, 64), value: hexOf(2, 128) },
});

/** What a draw reads, and what binds the organiser before it. */
export const drawListCases: readonly StoreCase[] = [
  {
    name: 'gives entries page by page, by id and by arrival, of one campaign only',
    async check(store) {
      await withEntries(store);
      const first = await store.entryPages.byId(aCampaignId, { after: undefined, limit: 3 });
      const rest = await store.entryPages.byId(aCampaignId, { after: first.at(-1)?.id, limit: 3 });
      const arrived = await store.entryPages.bySeq(aCampaignId, { after: 1, limit: 2 });

      expect([first, rest].map((page) => page.map(({ id }) => id))).toEqual([
        [1, 2, 3].map((no) => hexOf(no, 32)),
        [hexOf(5, 32)],
      ]);
      expect(arrived.map(({ id, seq }) => [id, seq])).toEqual([
        [hexOf(3, 32), 2],
        [hexOf(1, 32), 3],
      ]);
    },
  },
  {
    name: 'leaves excluded entries out of the list and not of the log, and counts them by reason',
    async check(store) {
      await withEntries(store);
      const exclude = (no: number, reason: 'staff' | 'fraud') =>
        store.exclusions.add(aCampaignId, { entryId: hexOf(no, 32), reason, at: anInstant });
      await exclude(2, 'staff');
      await exclude(2, 'fraud');
      await exclude(5, 'fraud');
      const list = await store.entryPages.byId(aCampaignId, { after: undefined, limit: 9 });
      const log = await store.entryPages.bySeq(aCampaignId, { after: 0, limit: 9 });

      expect(list.map(({ id }) => id)).toEqual([1, 3].map((no) => hexOf(no, 32)));
      expect(log).toHaveLength(4);
      expect(await store.exclusions.counts(aCampaignId)).toEqual({ staff: 1, fraud: 1 });
      expect(await store.exclusions.counts(other)).toEqual({});
    },
  },
  {
    name: 'excludes nobody from a list that has been committed to',
    async check(store) {
      await withEntries(store);
      await store.draws.commit(aCampaignId, aCommitment());
      const late = store.exclusions.add(aCampaignId, {
        entryId: hexOf(1, 32),
        reason: 'staff',
        at: anInstant,
      });

      await expect(late).rejects.toMatchObject({ code: 'USER_065' });
    },
  },
  {
    name: 'keeps signed heads of an entry log as they were first signed, with what they are continued from',
    async check(store) {
      await withEntries(store);
      const peaks = [hexOf(7, 64)];
      await store.logs.append(aCampaignId, { head: head(1_024), peaks, blocks: [hexOf(8, 64)] });
      await store.logs.append(aCampaignId, { head: head(3_000), peaks: [], blocks: [hexOf(9, 64)] });
      await store.logs.append(aCampaignId, { head: head(3_000, hexOf(6, 64)), peaks, blocks: [] });

      expect(await store.logs.heads(aCampaignId)).toEqual([head(1_024), head(3_000)]);
      expect(await store.logs.last(aCampaignId)).toEqual({ head: head(3_000), peaks: [] });
      expect(await store.logs.blocks(aCampaignId)).toEqual([hexOf(8, 64), hexOf(9, 64)]);
      expect(await store.logs.last(other)).toBeUndefined();
    },
  },
  {
    name: 'keeps every place where a fingerprint was shown, once',
    async check(store) {
      await withEntries(store);
      const anchor = {
        kind: 'post' as const,
        where: 'https://blog.example/1',
        fingerprint: hexOf(1, 16),
        at: '2026-12-05T03:00:00.000Z',
      };
      await store.anchors.add(aCampaignId, anchor);
      await store.anchors.add(aCampaignId, { ...anchor, at: '2026-12-05T04:00:00.000Z' });
      await store.anchors.add(aCampaignId, { ...anchor, where: 'https://blog.example/2' });

      const kept = await store.anchors.byCampaign(aCampaignId);
      expect(kept).toEqual([anchor, { ...anchor, where: 'https://blog.example/2' }]);
      expect(await store.anchors.byCampaign(other)).toEqual([]);
    },
  },
];
