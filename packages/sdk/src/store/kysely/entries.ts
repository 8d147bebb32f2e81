import type { Kysely } from 'kysely';
import type { EntryRepository } from '../entry-repository.js';
import { entriesByDay } from './entries-by-day.js';
import { answersGiven } from './entry-answers.js';
import { addBatch } from './entry-batch.js';
import { parseEntry, storedColumns } from './entry-rows.js';
import { lockTally } from './entry-tally.js';
import type { Tables } from './tables.js';
import { createTurns } from './turns.js';

export function createEntryRepository(db: Kysely<Tables>): EntryRepository {
  async function tallyOf(campaignId: string) {
    return db.selectFrom('entryTally').selectAll().where('campaignId', '=', campaignId).executeTakeFirst();
  }

  return {
    add: createAdd(db),
    async openStock(campaignId, stock, rushUntil) {
      await db.transaction().execute(async (trx) => {
        await lockTally(trx, campaignId);
        await trx
          .updateTable('entryTally')
          .set({ stock, remaining: stock, rushUntil: rushUntil ?? null })
          .where('campaignId', '=', campaignId)
          .where('accepted', '=', 0)
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
    async findByKey(campaignId, idempotencyKey) {
      return (await answersGiven(db, campaignId, [idempotencyKey])).get(idempotencyKey);
    },
    async list(campaignId) {
      const all = db.selectFrom('entry').select(storedColumns).where('campaignId', '=', campaignId);
      const rows = await all.orderBy('seq').execute();
      return rows.map(parseEntry);
    },
    async countRefusals(campaignId, count) {
      await db.transaction().execute(async (trx) => {
        await lockTally(trx, campaignId);
        await trx
          .updateTable('entryTally')
          .set(({ eb }) => ({ refused: eb('refused', '+', count) }))
          .where('campaignId', '=', campaignId)
          .execute();
      });
    },
    byDay: (campaignId) => entriesByDay(db, campaignId),
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

/** Batches of one process are written in the order in which they were given. */
function createAdd(db: Kysely<Tables>): EntryRepository['add'] {
  const nextTurn = createTurns();
  return async (batch) => {
    const turn = nextTurn();
    try {
      return await db.transaction().execute((trx) => addBatch(trx, batch, turn));
    } finally {
      turn.pass();
    }
  };
}
