import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Engine, Migration } from './migration.js';

/** What binds the organiser before the draw: the entry log, exclusions and anchors. */
export const entryLog: Migration = {
  no: 8,
  name: 'entryLog',
  async up(db, engine) {
    await createLog(db);
    await createExclusion(db);
    await createAnchor(db);
    for (const table of keptTables)
      for (const trigger of triggersOf(table)[engine]) await trigger.execute(db);
    for (const trigger of excludedInTime[engine]) await trigger.execute(db);
  },
};

const keptTables = ['logHead', 'logBlock', 'exclusion', 'anchor'] as const;

async function createLog(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('logHead')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addColumn('peaks', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('logHeadKey', ['campaignId', 'size'])
    .execute();
  await db.schema
    .createTable('logBlock')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('logBlockKey', ['campaignId', 'no'])
    .execute();
}

async function createExclusion(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('exclusion')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('entryId', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('excludedOnce', ['campaignId', 'entryId'])
    .execute();
}

async function createAnchor(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('anchor')
    .addColumn('campaignId', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('anchoredOnce', ['campaignId', 'place'])
    .execute();
}

/** Rows of these tables are written once: neither changed nor taken out, whoever asks. */
const triggersOf = (table: (typeof keptTables)[number]): Record<Engine, RawBuilder<unknown>[]> => ({
  sqlite: [
    sql`create trigger ${sql.id(`${table}IsKept`)} before delete on ${sql.table(table)}
        begin select raise(abort, 'what binds the organiser is never deleted'); end`,
    sql`create trigger ${sql.id(`${table}IsFixed`)} before update on ${sql.table(table)}
        begin select raise(abort, 'what binds the organiser is never changed'); end`,
  ],
  postgres: [
    sql`create trigger ${sql.id(`${table}IsKept`)} before delete on ${sql.table(table)}
        for each row execute function "refuseChange"('what binds the organiser is never deleted')`,
    sql`create trigger ${sql.id(`${table}IsFixed`)} before update on ${sql.table(table)}
        for each row execute function "refuseChange"('what binds the organiser is never changed')`,
    sql`create trigger ${sql.id(`${table}sAreKept`)} before truncate on ${sql.table(table)}
        for each statement execute function "refuseChange"('what binds the organiser is never deleted')`,
  ],
});

/** Nobody is left out of a list that has been committed to. */
const excludedInTime: Record<Engine, RawBuilder<unknown>[]> = {
  sqlite: [
    sql`create trigger "exclusionIsInTime" before insert on "exclusion"
        when exists (select 1 from "draw" where "draw"."campaignId" = new."campaignId")
        begin select raise(abort, 'the list has been committed to'); end`,
  ],
  postgres: [
    sql`create function "refuseLateExclusion"() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from "draw" where "draw"."campaignId" = new."campaignId") then
            raise exception 'the list has been committed to';
          end if;
          return new;
        end $$`,
    sql`create trigger "exclusionIsInTime" before insert on "exclusion"
        for each row execute function "refuseLateExclusion"()`,
  ],
};
