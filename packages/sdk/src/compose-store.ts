import { openSqliteStore, type SqliteStoreOptions } from './store/sqlite/open-sqlite-store.js';
import type { Store } from './store/store.js';

export interface StoreSettings extends SqliteStoreOptions {
  /** PostgreSQL, for several machines; the file is not used then. */
  readonly databaseUrl?: string | undefined;
}

/** The one place that knows both stores. The second is loaded by those who have one. */
export async function composeStore({ databaseUrl, path, now }: StoreSettings): Promise<Store> {
  if (databaseUrl === undefined) return openSqliteStore({ path, now });
  const { openPostgresStore } = await import('./store/postgres/open-postgres-store.js');
  return openPostgresStore({ url: databaseUrl, now });
}
