import { type Kysely, sql } from 'kysely';
import { holdingStates } from '../../schema/award.js';
import type { Tables } from '../kysely/tables.js';
import type { Migration } from './migration.js';

/** Awards with their history, what winners wrote, and what tax law asks for. */
export const awards: Migration = {
  no: 12,
  name: 'awards',
  async up(db) {
    await createAward(db);
    await createEvent(db);
    await createPapers(db);
  },
};

async function createAward(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('award')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('entryId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('prizeId', 'text')
    .addColumn('piece', 'integer')
    .addColumn('reserve', 'integer')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('claimUntil', 'text')
    .addColumn('tokenHash', 'text', (column) => column.notNull())
    .addColumn('toldAt', 'text')
    .addColumn('unreachedAt', 'text')
    .addColumn('remindedAt', 'text')
    .addColumn('claimedAt', 'text')
    .addColumn('claimedBy', 'text')
    .addColumn('handOver', 'text')
    .addPrimaryKeyConstraint('awardKey', ['campaignId', 'no'])
    .execute();
  await db.schema.createIndex('awardOnce').on('award').columns(['campaignId', 'entryId']).unique().execute();
  await db.schema.createIndex('awardOfToken').on('award').column('tokenHash').unique().execute();
  const held = sql.join(holdingStates.map((state) => sql.lit(state)));
  await sql`create unique index ${sql.ref('prizeHeldOnce')} on ${sql.table('award')}
    (${sql.ref('campaignId')}, ${sql.ref('prizeId')}, ${sql.ref('piece')})
    where ${sql.ref('state')} in (${held})`.execute(db);
}

async function createEvent(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('awardEvent')
    .addColumn('campaignId', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('fromState', 'text', (column) => column.notNull())
    .addColumn('toState', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('awardEventKey', ['campaignId', 'no', 'seq'])
    .addForeignKeyConstraint('awardEventOf', ['campaignId', 'no'], 'award', ['campaignId', 'no'])
    .execute();
}

/** Two tables on purpose: what tax law has kept outlives everything else. Source: 개인정보 보호법 §21③. */
async function createPapers(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('awardForm')
    .addColumn('campaignId', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('keyVersion', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('awardFormKey', ['campaignId', 'no'])
    .execute();
  await db.schema
    .createTable('awardTax')
    .addColumn('campaignId', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('keepUntil', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('awardTaxKey', ['campaignId', 'no'])
    .execute();
}
