import { type Kysely, sql, type Transaction } from 'kysely';
import { StoreError } from '../../errors/index.js';
import type { Tables } from '../kysely/tables.js';
import { campaigns } from './001-campaigns.js';
import { draws } from './002-draws.js';
import { outcomes } from './003-outcomes.js';
import { runs } from './004-runs.js';
import { immutability } from './005-immutability.js';
import { distribution } from './006-distribution.js';
import { news } from './007-news.js';
import { entryLog } from './008-entry-log.js';
import { mechanics } from './009-mechanics.js';
import { guards } from './010-guards.js';
import { awards } from './012-awards.js';
import { neverReplaced } from './013-never-replaced.js';
import { rush } from './014-rush.js';
import { voids } from './015-voids.js';
import { lessons } from './016-lessons.js';
import { lighterEntries } from './017-lighter-entries.js';
import { oneRowPerEntry } from './018-one-row-per-entry.js';
import { cacheReads } from './019-cache-reads.js';
import { withdrawnConsents } from './020-withdrawn-consents.js';
import type { Engine, Migration } from './migration.js';

export const migrations: readonly Migration[] = [
  campaigns,
  draws,
  outcomes,
  runs,
  immutability,
  distribution,
  news,
  entryLog,
  mechanics,
  guards,
  awards,
  neverReplaced,
  rush,
  voids,
  lessons,
  lighterEntries,
  oneRowPerEntry,
  cacheReads,
  withdrawnConsents,
];

/**
 * Brings the tables up to date in one transaction: all of it or nothing. The transaction takes the write lock
 * before it looks, so a second process that opens the store waits and then finds nothing left to do.
 *
 * @throws StoreError `STORE_002` when a newer version has written the store.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  known: readonly Migration[] = migrations,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (engine === 'postgres') await waitForOthers(trx);
    await trx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('no', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    const rows = await trx.selectFrom('migration').select('no').execute();
    const applied = new Set(rows.map(({ no }) => no));
    const missing = known.filter(({ no }) => !applied.delete(no));
    if (applied.size > 0) throw new StoreError('STORE_002', { what: 'table layout' });
    for (const { no, name, up } of missing) {
      await up(trx, engine);
      await trx.insertInto('migration').values({ no, name }).execute();
    }
  });
}

/** SQLite's transactions have the write lock; here one that is let go with the transaction is taken, however long it takes. */
async function waitForOthers(trx: Transaction<Tables>): Promise<void> {
  await sql`set local lock_timeout = 0`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || '/migrate', 0))`.execute(trx);
}
