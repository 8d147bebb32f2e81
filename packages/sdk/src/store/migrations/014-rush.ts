import type { Kysely } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

/** What a lottery among those of the first seconds needs: until when they come, pieces kept for them, coupons they win. */
export const rush: Migration = {
  no: 14,
  name: 'rush',
  async up(db) {
    await db.schema.alterTable('entryTally').addColumn('rushUntil', 'text').execute();
    await db.schema
      .alterTable('entryTally')
      .addColumn('setAside', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await createRushCoupon(db);
    await createCouponView(db);
  },
};

/** An entry and its receipt are signed before the lottery: what it won stands beside it. */
async function createRushCoupon(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('rushCoupon')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('couponNo', 'integer', (column) => column.notNull())
    .addColumn('entryId', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rushCouponOnce', ['campaignId', 'couponNo'])
    .addUniqueConstraint('rushCouponForOne', ['campaignId', 'entryId'])
    .execute();
}

/** Every coupon that was given, whichever way. */
async function createCouponView(db: Kysely<Tables>): Promise<void> {
  const atOnce = db
    .selectFrom('entry')
    .select(({ ref }) => [
      'campaignId',
      ref('couponNo').$notNull().as('couponNo'),
      'id as entryId',
      'receivedAt as issuedAt',
    ])
    .where('couponNo', 'is not', null);
  const drawn = db.selectFrom('rushCoupon').select(['campaignId', 'couponNo', 'entryId', 'at as issuedAt']);
  await db.schema.createView('coupon').as(atOnce.unionAll(drawn)).execute();
}
