import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { KtEventError, StoreError } from '../../errors/index.js';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { loadDriver } from './driver.js';
import { makeDurable } from './durability.js';
import { createFileLocks } from './file-locks.js';
import { createMemoryLocks } from './memory-locks.js';
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
  return createStore({ db, locks, now });
}

const memory = ':memory:';

function openDatabase(path: string): Database.Database {
  try {
    if (path !== memory) createPrivateFile(path);
    const database = new (loadDriver())(path);
    if (makeDurable(database, process.platform)) return database;
    database.close();
  } catch (cause) {
    if (KtEventError.is(cause)) throw cause;
    throw new StoreError('STORE_001', { path }, { cause });
  }
  throw new StoreError('STORE_001', { path });
}

/** SQLite gives its side files the mode of the main one, so this covers the log as well. */
function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}
