import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { KtEventError, StoreError } from '../../errors/index.js';
import { loadDriver } from './driver.js';
import { makeDurable } from './durability.js';

/** The name of a database that is in no file. */
export const memory = ':memory:';

/**
 * A connection whose commits are on disk when they return; the file and its folder are made when missing.
 *
 * @throws StoreError `STORE_001`
 */
export function openDatabase(path: string): Database.Database {
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
