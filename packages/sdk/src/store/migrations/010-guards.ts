import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

/** Spent challenges, one-time codes with their budget, and how many were turned away by what. */
export const guards: Migration = {
  no: 10,
  name: 'guards',
  async up(db) {
    await createSpentChallenge(db);
    await createPhoneCode(db);
    await createCodeBudget(db);
    await db.schema
      .createTable('guardCount')
      .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('guardCountKey', ['campaignId', 'kind'])
      .execute();
  },
};

async function createSpentChallenge(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('spentChallenge')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('spentOnce', ['campaignId', 'name'])
    .execute();
  await db.schema.createIndex('spentUntil').on('spentChallenge').columns(['expiresAt']).execute();
}

async function createPhoneCode(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('phoneCode')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('phoneIndex', 'text', (column) => column.notNull())
    .addColumn('clientIndex', 'text', (column) => column.notNull())
    .addColumn('codeHash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('priceKrw', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('usedAt', 'text')
    .execute();
  const phone = db.schema.createIndex('codeOfPhone').on('phoneCode');
  await phone.columns(['campaignId', 'phoneIndex', 'at']).execute();
  await db.schema.createIndex('codeOfClient').on('phoneCode').columns(['clientIndex', 'at']).execute();
}

/** The sum can never pass the cap that was in force when it was last raised, whoever writes. */
async function createCodeBudget(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('codeBudget')
    .addColumn('campaignId', 'text', (column) => column.primaryKey().references('campaign.id'))
    .addColumn('sent', 'integer', (column) => column.notNull())
    .addColumn('committedKrw', 'bigint', (column) => column.notNull())
    .addColumn('capKrw', 'bigint', (column) => column.notNull())
    .addCheckConstraint('codesWithinBudget', sql`"committedKrw" >= 0 and "committedKrw" <= "capKrw"`)
    .execute();
}
