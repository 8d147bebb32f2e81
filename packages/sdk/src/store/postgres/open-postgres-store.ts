import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression } from 'kysely';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { createAdvisoryLocks } from './advisory-locks.js';
import { binaryText } from './binary-text.js';
import { openConnections } from './connections.js';
import { createPostgresDialect, type PoolOfDialect } from './postgres-dialect.js';
import { wideInserts } from './wide-inserts.js';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, as PostgreSQL's own clients take it. */
  readonly url: string;
  readonly now: () => Date;
}

/**
 * Opens the store of many machines. Every commit is on the server's disk before its promise resolves. Close it.
 *
 * @throws StoreError `STORE_010` when the database cannot be reached or used; `STORE_011` when it does not keep what
 * it says it has; `STORE_002` when a newer version has written it.
 */
export async function openPostgresStore({ url, now }: PostgresStoreOptions): Promise<Store> {
  const { pool, connect, place } = await openConnections(url);
  const db = queryThrough(pool, place);
  try {
    await migrate(db.withPlugin(binaryText()), 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createStore({ db, locks: createAdvisoryLocks({ connect }), now, scrub });
}

/** Its log and its backups are the operator's to let expire. */
const scrub = 'vacuum entry, secret';

export function queryThrough(pool: PoolOfDialect, place: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: createPostgresDialect(pool, place),
    plugins: [
      wideInserts(),
      new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }), // SQLite takes `in ()`
    ],
  });
}
