import type { Migration } from './migration.js';

/** How often caches were asked, and how often they answered, for processes that look at them from outside. */
export const cacheReads: Migration = {
  no: 19,
  name: 'cacheReads',
  async up(db) {
    await db.schema
      .createTable('cacheReads')
      .addColumn('cache', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('reads', 'bigint', (column) => column.notNull())
      .addColumn('hits', 'bigint', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('cacheReadsKey', ['cache', 'day'])
      .execute();
  },
};
