import { Kysely } from 'kysely';
import type { EntryRepository } from '../entry-repository.js';
import { createEntryRepository } from '../kysely/entries.js';
import type { Tables } from '../kysely/tables.js';
import { openDatabase } from './open-database.js';
import { createSqliteDialect } from './sqlite-dialect.js';

export interface SqliteEntries {
  readonly entries: EntryRepository;
  close(): Promise<void>;
}

/**
 * Phones and keys fall anywhere into their indexes, so a batch changes hundreds of pages, and the next one most of them
 * again: they stay in memory, and are copied from the log to the file once in a while rather than after every batch or
 * two. The log, on disk before any answer, holds them meanwhile. Our own choices.
 */
const cacheKib = 32_768;
const checkpointPages = 16_000;

/**
 * The entries of a store that is open already, over a connection of their own: for another thread.
 *
 * @throws StoreError `STORE_001`
 */
export function openSqliteEntries(path: string): SqliteEntries {
  const database = openDatabase(path);
  database.pragma(`cache_size = -${cacheKib}`);
  database.pragma('temp_store = MEMORY'); // what would undo a statement: its pages went to a file and came to nothing
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  return { entries: createEntryRepository(db), close: () => db.destroy() };
}
