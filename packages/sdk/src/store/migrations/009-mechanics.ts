import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

/** What visits and coupons need: how a visit was proven, receipts spent, coupons ended, pieces come back, staff links. */
export const mechanics: Migration = {
  no: 9,
  name: 'mechanics',
  async up(db) {
    await db.schema.alterTable('entry').addColumn('visitProof', 'text').execute();
    await addCounts(db);
    await createVisitReceipt(db);
    await createCouponEnd(db);
    await createStaffLink(db);
  },
};

/** Pieces that came back count apart from the stock, so that no number is ever given a second time. */
async function addCounts(db: Kysely<Tables>): Promise<void> {
  for (const column of ['returned', 'ended'] as const) {
    await db.schema
      .alterTable('entryTally')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
}

async function createVisitReceipt(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('visitReceipt')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('receiptHash', 'text', (column) => column.notNull())
    .addColumn('entryId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('visitReceiptOnce', ['campaignId', 'receiptHash'])
    .execute();
}

/** One row for each coupon that is over. Its key is what makes a coupon end once, in one way. */
async function createCouponEnd(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('couponEnd')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('couponNo', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`${sql.ref('state')} in ('redeemed', 'returned')`),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('couponEndsOnce', ['campaignId', 'couponNo'])
    .execute();
}

async function createStaffLink(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('staffLink')
    .addColumn('campaignId', 'text', (column) => column.primaryKey().references('campaign.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}
