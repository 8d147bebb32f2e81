import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression } from 'kysely';
import type { Client, ClientConfig, Pool } from 'pg';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { createAdvisoryLocks } from './advisory-locks.js';
import { binaryText } from './binary-text.js';
import { connectionOptions, placeOf } from './connection-options.js';
import { loadDriver, type Pg } from './driver.js';
import { makeDurable } from './durability.js';
import { createPostgresDialect } from './postgres-dialect.js';
import { toOpenError } from './to-store-error.js';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, as PostgreSQL's own clients take it. */
  readonly url: string;
  readonly now: () => Date;
}

/** Of one process, beside the one for its locks. A server has 100 unless told otherwise. */
const maxConnections = 8;

/**
 * Opens the store of many machines. Every commit is on the server's disk before its promise resolves. Close it.
 *
 * @throws StoreError `STORE_010` when the database cannot be reached or used; `STORE_011` when it does not keep what
 * it says it has; `STORE_002` when a newer version has written it.
 */
export async function openPostgresStore({ url, now }: PostgresStoreOptions): Promise<Store> {
  const pg = await loadDriver();
  const options = connectionOptions(url, pg);
  const place = placeOf(url);
  const db = new Kysely<Tables>({
    dialect: createPostgresDialect(openPool(pg, options), place),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  try {
    await migrate(db.withPlugin(binaryText()), 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const locks = createAdvisoryLocks({ connect: () => connect(pg, { options, place }) });
  return createStore({ db, locks, now });
}

function openPool(pg: Pg, options: ClientConfig): Pool {
  const pool = new pg.Pool({
    ...options,
    max: maxConnections,
    allowExitOnIdle: true,
    onConnect: makeDurable,
  });
  // a connection that breaks between two statements: the next one is told, or gets another
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
}

async function connect(
  pg: Pg,
  { options, place }: { readonly options: ClientConfig; readonly place: string },
): Promise<Client> {
  const client = new pg.Client(options);
  client.on('error', ignore); // its end is heard of
  try {
    await client.connect();
    await makeDurable(client);
    return client;
  } catch (error) {
    await client.end().catch(ignore);
    throw toOpenError(error, place);
  }
}

function ignore(): void {
  // somebody else is told
}
