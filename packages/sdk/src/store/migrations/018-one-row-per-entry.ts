import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

/**
 * The phone's blind index moves from a row of its own into the entry's: a crowd writes half as many rows. It is unique
 * as before, and empty once whose entry it was is forgotten.
 */
export const oneRowPerEntry: Migration = {
  no: 18,
  name: 'oneRowPerEntry',
  async up(db) {
    await db.schema.alterTable('entry').addColumn('blindIndex', 'text').execute();
    await takeOver.execute(db);
    await createOnce(db);
    await db.schema.dropTable('participant').execute();
  },
};

const takeOver = sql`
  update "entry" set "blindIndex" = "participant"."blindIndex" from "participant"
  where "entry"."id" = "participant"."entryId"`;

async function createOnce(db: Kysely<Tables>): Promise<void> {
  const once = db.schema.createIndex('entryOnce').on('entry').unique();
  await once.columns(['campaignId', 'blindIndex']).execute();
}
