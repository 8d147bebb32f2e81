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
 * The entries of a store that is open already, over a connection of their own: for another thread.
 *
 * @throws StoreError `STORE_001`
 */
export function openSqliteEntries(path: string): SqliteEntries {
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(openDatabase(path)) });
  return { entries: createEntryRepository(db), close: () => db.destroy() };
}
