import { sql } from 'kysely';
import type { Migration } from './migration.js';

export const draws: Migration = {
  no: 2,
  name: 'draws',
  async up(db) {
    await db.schema
      .createTable('draw')
      .addColumn('campaignId', 'text', (column) => column.primaryKey().references('campaign.id'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('commitment', 'text', (column) => column.notNull())
      .addColumn('transcript', 'text')
      .addCheckConstraint(
        'drawnHasTranscript',
        sql`(${sql.ref('state')} = 'committed' and ${sql.ref('transcript')} is null)
         or (${sql.ref('state')} = 'drawn' and ${sql.ref('transcript')} is not null)`,
      )
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('campaignId', 'text', (column) => column.notNull())
      .addColumn('no', 'integer', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('auditKey', ['campaignId', 'no'])
      .execute();
    await db.schema
      .createTable('secret')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
  },
};
