import type { Migration } from './migration.js';

export const outcomes: Migration = {
  no: 3,
  name: 'outcomes',
  async up(db) {
    await db.schema
      .createTable('publication')
      .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('publicationKey', ['campaignId', 'channel'])
      .execute();
    await db.schema
      .createTable('notice')
      .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
      .addColumn('entryId', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('noticeKey', ['campaignId', 'entryId'])
      .execute();
    await db.schema
      .createTable('report')
      .addColumn('campaignId', 'text', (column) => column.primaryKey().references('campaign.id'))
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('insight')
      .addColumn('campaignId', 'text', (column) => column.primaryKey())
      .addColumn('storeKey', 'text', (column) => column.notNull())
      .addColumn('rehearsal', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('insightOfStore')
      .on('insight')
      .columns(['storeKey', 'rehearsal', 'at'])
      .execute();
  },
};
