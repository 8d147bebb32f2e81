import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** When somebody took back their consent to hear of the store. That they had given it stays as it was. */
export const withdrawnConsents: Migration = {
  no: 20,
  name: 'withdrawnConsents',
  async up(db) {
    await db.schema.alterTable('entry').addColumn('marketingWithdrawnAt', 'text').execute();
    await fewOfMany.execute(db);
  },
};

/** Whoever looks for them must not read every entry. */
const fewOfMany = sql`
  create index "entryWithdrawn" on "entry" ("campaignId", "id") where "marketingWithdrawnAt" is not null`;
