import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

export const campaigns: Migration = {
  no: 1,
  name: 'campaigns',
  async up(db) {
    await createCampaign(db);
    await createEntry(db);
    await createParticipant(db);
    await createEntryTally(db);
  },
};

async function createCampaign(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('brief', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('rehearsal', 'integer', (column) => column.notNull())
    .addColumn('folder', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('plan', 'text')
    .addColumn('approval', 'text')
    .addColumn('creatives', 'text', (column) => column.notNull())
    .execute();
}

async function createEntry(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('seq', 'integer', (column) => column.notNull().check(sql`${sql.ref('seq')} >= 1`))
    .addColumn('weight', 'integer', (column) => column.notNull().check(sql`${sql.ref('weight')} >= 1`))
    .addColumn('visited', 'integer', (column) => column.notNull())
    .addColumn('marketingConsent', 'integer', (column) => column.notNull())
    .addColumn('couponNo', 'integer', (column) => column.check(sql`${sql.ref('couponNo')} >= 1`))
    .addColumn('ownerTag', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .addColumn('sealedName', 'text', (column) => column.notNull())
    .addColumn('sealedPhone', 'text', (column) => column.notNull())
    .addColumn('sealedSalt', 'text', (column) => column.notNull())
    .addColumn('keyVersion', 'integer', (column) => column.notNull())
    .addColumn('idempotencyKey', 'text')
    .addColumn('requestHash', 'text', (column) => column.notNull())
    .addUniqueConstraint('entrySeq', ['campaignId', 'seq'])
    .addUniqueConstraint('entryCoupon', ['campaignId', 'couponNo'])
    .addUniqueConstraint('entryKey', ['campaignId', 'idempotencyKey'])
    .execute();
}

async function createParticipant(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('participant')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('blindIndex', 'text', (column) => column.notNull())
    .addColumn('entryId', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('participantOnce')
    .on('participant')
    .columns(['campaignId', 'blindIndex'])
    .unique()
    .execute();
}

async function createEntryTally(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('entryTally')
    .addColumn('campaignId', 'text', (column) => column.primaryKey().references('campaign.id'))
    .addColumn('accepted', 'integer', (column) => column.notNull())
    .addColumn('duplicates', 'integer', (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addColumn('visitors', 'integer', (column) => column.notNull())
    .addColumn('marketingConsents', 'integer', (column) => column.notNull())
    .addColumn('stock', 'integer')
    .addColumn('remaining', 'integer')
    .addColumn('granted', 'integer', (column) => column.notNull())
    .addCheckConstraint(
      'stockIsExact',
      sql`${sql.ref('remaining')} is null or ${sql.ref('remaining')} between 0 and ${sql.ref('stock')}`,
    )
    .execute();
}
