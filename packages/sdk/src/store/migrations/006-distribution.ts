import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Prepared handles and rounds of effects, one publication of the same content, the providers' health, revocable media. */
export const distribution: Migration = {
  no: 6,
  name: 'distribution',
  async up(db) {
    await db.schema.alterTable('effect').addColumn('handle', 'text').execute();
    await db.schema
      .alterTable('effect')
      .addColumn('preparedAt', 'text', (column) => column.notNull().defaultTo(beforeAll))
      .execute();
    await db.schema
      .alterTable('effect')
      .addColumn('round', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema.alterTable('run').addColumn('capKrw', 'bigint').execute();
    await db.schema
      .alterTable('run')
      .addColumn('committedKrw', 'bigint', (column) =>
        column
          .notNull()
          .defaultTo(0)
          .check(sql`"committedKrw" >= 0 and ("capKrw" is null or "committedKrw" <= "capKrw")`),
      )
      .execute();
    await db.schema
      .alterTable('campaign')
      .addColumn('mediaVersion', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .createTable('contentClaim')
      .addColumn('storeKey', 'text', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('wordsHash', 'text', (column) => column.notNull())
      .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
      .addPrimaryKeyConstraint('contentClaimKey', ['storeKey', 'mode', 'channel', 'wordsHash'])
      .execute();
    await db.schema
      .createTable('providerHealth')
      .addColumn('provider', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};

/** Of effects that were intended before this was written down. */
const beforeAll = '1970-01-01T00:00:00.000Z';
