import type { Kysely } from 'kysely';
import type { EntryOutcome, EntryRepository, SealedEntry } from '../entry-repository.js';
import { addEntries } from './add-entries.js';
import { parseEntry, storedColumns } from './entry-rows.js';
import { lockTally } from './entry-tally.js';
import type { Tables } from './tables.js';

export function createEntryRepository(db: Kysely<Tables>): EntryRepository {
  async function tallyOf(campaignId: string) {
    return db.selectFrom('entryTally').selectAll().where('campaignId', '=', campaignId).executeTakeFirst();
  }

  return {
    async add(batch) {
      return db.transaction().execute(async (trx) => {
        const outcomes = new Map<SealedEntry, EntryOutcome>();
        for (const part of partsOf(batch)) {
          for (const [entry, outcome] of await addEntries(trx, part)) outcomes.set(entry, outcome);
        }
        return batch.map((entry) => outcomes.get(entry) as EntryOutcome);
      });
    },
    async openStock(campaignId, stock) {
      await db.transaction().execute(async (trx) => {
        await lockTally(trx, campaignId);
        await trx
          .updateTable('entryTally')
          .set({ stock, remaining: stock })
          .where('campaignId', '=', campaignId)
          .where('stock', 'is', null)
          .execute();
      });
    },
    async remainingStock(campaignId) {
      return (await tallyOf(campaignId))?.remaining ?? undefined;
    },
    async find(campaignId, entryId) {
      const row = await db
        .selectFrom('entry')
        .select(storedColumns)
        .where('campaignId', '=', campaignId)
        .where('id', '=', entryId)
        .executeTakeFirst();
      return row && parseEntry(row);
    },
    async list(campaignId) {
      const all = db.selectFrom('entry').select(storedColumns).where('campaignId', '=', campaignId);
      const rows = await all.orderBy('seq').execute();
      return rows.map(parseEntry);
    },
    async countRefusal(campaignId) {
      await db.transaction().execute(async (trx) => {
        await lockTally(trx, campaignId);
        await trx
          .updateTable('entryTally')
          .set(({ eb }) => ({ refused: eb('refused', '+', 1) }))
          .where('campaignId', '=', campaignId)
          .execute();
      });
    },
    async tally(campaignId) {
      const row = await tallyOf(campaignId);
      return {
        accepted: row?.accepted ?? 0,
        duplicates: row?.duplicates ?? 0,
        refused: row?.refused ?? 0,
        visitors: row?.visitors ?? 0,
        marketingConsents: row?.marketingConsents ?? 0,
      };
    },
  };
}

/** Rows of one statement: 15 columns each must stay under SQLite's 32,766 values. Source: sqlite.org/limits.html. */
const partSize = 1_000;

/**
 * One campaign each, in arrival order. Campaigns always come in the same order, so that two writers who hold
 * several cannot wait for each other in a circle.
 */
function partsOf(batch: readonly SealedEntry[]): SealedEntry[][] {
  const campaignIds = [...new Set(batch.map(({ campaignId }) => campaignId))].sort();
  return campaignIds.flatMap((id) => {
    const group = batch.filter(({ campaignId }) => campaignId === id);
    const starts = Array.from({ length: Math.ceil(group.length / partSize) }, (_, index) => index * partSize);
    return starts.map((start) => group.slice(start, start + partSize));
  });
}
