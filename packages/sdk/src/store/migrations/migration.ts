import type { Kysely } from 'kysely';
import type { Tables } from '../kysely/tables.js';

/** Which SQL to speak where the schema builder has no words for it. */
export type Engine = 'sqlite' | 'postgres';

export interface Migration {
  /** Its number, rising in the list. Append only: a migration that has left this machine is never edited. */
  readonly no: number;
  readonly name: string;
  readonly up: (db: Kysely<Tables>, engine: Engine) => Promise<void>;
}
