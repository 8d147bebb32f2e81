import { type RawBuilder, sql } from 'kysely';
import type { Migration } from './migration.js';

/**
 * SQLite's `insert or replace` takes the row that stands away without asking the triggers that refuse it. Where what
 * stands binds the organiser, a second row under its key is passed over. PostgreSQL has no such statement: what it
 * does on a conflict is an update, and refused as one.
 */
export const neverReplaced: Migration = {
  no: 13,
  name: 'neverReplaced',
  async up(db, engine) {
    if (engine !== 'sqlite') return;
    for (const [table, key] of Object.entries(keys)) await passOver(table, key).execute(db);
  },
};

const keys: Readonly<Record<string, readonly string[]>> = {
  draw: ['campaignId'],
  audit: ['campaignId', 'no'],
  logHead: ['campaignId', 'size'],
  logBlock: ['campaignId', 'no'],
  exclusion: ['campaignId', 'entryId'],
  anchor: ['campaignId', 'place'],
};

/** Passed over rather than refused: whoever writes the same again must not fail. */
function passOver(table: string, key: readonly string[]): RawBuilder<unknown> {
  const same = key.map((column) => sql`${sql.id(table, column)} = new.${sql.id(column)}`);
  return sql`create trigger ${sql.id(`${table}IsNotReplaced`)} before insert on ${sql.table(table)}
    when exists (select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)})
    begin select raise(ignore); end`;
}
