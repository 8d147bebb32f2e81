import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** What publications are looked for by: the channel's own id, the state, and how many deliveries are pending. */
export const news: Migration = {
  no: 7,
  name: 'news',
  async up(db, engine) {
    await db.schema.alterTable('publication').addColumn('externalId', 'text').execute();
    await db.schema
      .alterTable('publication')
      .addColumn('state', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable('publication')
      .addColumn('pending', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    if (engine === 'sqlite') await fillIn.execute(db); // no store in PostgreSQL is as old as that
    await db.schema
      .createIndex('publicationOfExternalId')
      .on('publication')
      .columns(['externalId'])
      .execute();
  },
};

/** From the values as they stand. One that is damaged stays so, and is told of when it is read. */
const fillIn = sql`
  update "publication" set
    "externalId" = json_extract("value", '$.externalId'),
    "state" = coalesce(json_extract("value", '$.state'), ''),
    "pending" = coalesce(json_extract("value", '$.delivery.pending'), 0)
  where json_valid("value")`;
