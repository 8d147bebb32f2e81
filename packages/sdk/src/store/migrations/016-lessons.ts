import type { Migration } from './migration.js';

/** Where participants found a campaign, and whose lessons may teach other stores of the trade. */
export const lessons: Migration = {
  no: 16,
  name: 'lessons',
  async up(db) {
    await db.schema
      .createTable('placeCount')
      .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('opened', 'bigint', (column) => column.notNull())
      .addColumn('entered', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('placeCountKey', ['campaignId', 'place'])
      .execute();
    await db.schema.alterTable('insight').addColumn('sharedIn', 'text').execute();
    await db.schema.createIndex('insightOfTrade').on('insight').columns(['sharedIn', 'rehearsal']).execute();
  },
};
