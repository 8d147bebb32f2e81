import { Kysely } from 'kysely';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { createFileLocks } from './file-locks.js';
import { createMemoryLocks } from './memory-locks.js';
import { memory, openDatabase } from './open-database.js';
import { createSqliteDialect } from './sqlite-dialect.js';

export interface SqliteStoreOptions {
  /** File, made with its folder when missing and readable by its owner only; or `:memory:`. */
  readonly path: string;
  readonly now: () => Date;
}

/**
 * Opens the store of one machine. Every commit is on disk before its promise resolves, and several processes
 * may have it open at once. Close it.
 *
 * @throws StoreError `STORE_001` when the file cannot be opened, is no database or does not take durable
 * settings; `STORE_002` when a newer version has written it.
 */
export async function openSqliteStore({ path, now }: SqliteStoreOptions): Promise<Store> {
  const database = openDatabase(path);
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  const locks = path === memory ? createMemoryLocks() : createFileLocks(`${path}-locks`);
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    database.close();
    throw error;
  }
  return createStore({ db, locks, now, scrub });
}

/** Pages of before lie in the log until it is cut. The main file is kept clean by `secure_delete`. */
export const scrub = 'pragma wal_checkpoint(TRUNCATE)';
