import { Kysely } from 'kysely';
import { createStore } from '../../kysely/create-store.js';
import type { Tables } from '../../kysely/tables.js';
import { migrate } from '../../migrations/migrate.js';
import type { Store } from '../../store.js';
import { loadDriver } from '../driver.js';
import { createMemoryLocks } from '../memory-locks.js';
import { scrub } from '../open-sqlite-store.js';
import { createSqliteDialect } from '../sqlite-dialect.js';

const Database = loadDriver();

interface Scene {
  readonly prepare: (store: Store) => Promise<void>;
  readonly tables: readonly string[];
}

/** What tables hold before and after a statement that may be refused: to be refused is as good as to change nothing. */
export async function aroundStore(statement: string, { prepare, tables }: Scene) {
  const database = new Database(':memory:');
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(db, 'sqlite');
  const now = () => new Date('2026-12-05T03:00:00Z');
  const store = createStore({ db, locks: createMemoryLocks(), now, scrub });
  await prepare(store);
  const rows = () =>
    tables.flatMap((table) => database.prepare(`select * from ${table} order by 1, 2`).all());
  const before = rows();
  try {
    database.exec(statement);
  } catch {
    // refused
  }
  const after = rows();
  await store.close();
  return { before, after };
}
