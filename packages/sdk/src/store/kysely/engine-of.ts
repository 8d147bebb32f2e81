import { type Kysely, PostgresAdapter } from 'kysely';
import type { Engine } from '../migrations/migration.js';

/** Which database is spoken to, where the same words cost too much in one of them. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
