import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../kysely/tables.js';
import type { Engine, Migration } from './migration.js';

/**
 * Draws that do not hold and signed heads of the audit chain, written once; awards that nobody deletes, swaps or moves
 * against their order.
 */
export const voids: Migration = {
  no: 15,
  name: 'voids',
  async up(db, engine) {
    await createTables(db);
    for (const table of ['drawVoid', 'auditHead', 'awardEvent'])
      for (const trigger of writtenOnce(table)[engine]) await trigger.execute(db);
    for (const trigger of triggers[engine]) await trigger.execute(db);
    if (engine !== 'sqlite') return;
    for (const [table, keys] of Object.entries(uniqueKeys))
      for (const [no, key] of keys.entries()) await passOver(table, no, key).execute(db);
  },
};

async function createTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('drawVoid')
    .addColumn('campaignId', 'text', (column) => column.primaryKey().references('draw.campaignId'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('auditHead')
    .addColumn('campaignId', 'text', (column) => column.notNull())
    .addColumn('no', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('auditHeadKey', ['campaignId', 'no'])
    .execute();
}

const deleted = 'what binds the organiser is never deleted';
const changed = 'what binds the organiser is never changed';

const kept = (table: string): Record<Engine, RawBuilder<unknown>[]> => ({
  sqlite: [
    sql`create trigger ${sql.id(`${table}IsKept`)} before delete on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(deleted)}); end`,
  ],
  postgres: [
    sql`create trigger ${sql.id(`${table}IsKept`)} before delete on ${sql.table(table)}
        for each row execute function "refuseChange"(${sql.lit(deleted)})`,
    sql`create trigger ${sql.id(`${table}sAreKept`)} before truncate on ${sql.table(table)}
        for each statement execute function "refuseChange"(${sql.lit(deleted)})`,
  ],
});

const writtenOnce = (table: string): Record<Engine, RawBuilder<unknown>[]> => ({
  sqlite: [
    ...kept(table).sqlite,
    sql`create trigger ${sql.id(`${table}IsFixed`)} before update on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(changed)}); end`,
  ],
  postgres: [
    ...kept(table).postgres,
    sql`create trigger ${sql.id(`${table}IsFixed`)} before update on ${sql.table(table)}
        for each row execute function "refuseChange"(${sql.lit(changed)})`,
  ],
});

/** To which states each state of an award led when this was written. */
const ways: Readonly<Record<string, readonly string[]>> = {
  reserve: ['drawn', 'declined', 'disqualified'],
  drawn: ['notified', 'claimed', 'expired', 'declined', 'disqualified'],
  notified: ['claimed', 'expired', 'declined', 'disqualified'],
  claimed: ['handed_over', 'expired', 'declined', 'disqualified'],
};

const isWay = sql.join(
  Object.entries(ways).map(
    ([from, to]) => sql`(old."state" = ${sql.lit(from)} and new."state" in (${sql.join(to.map(sql.lit))}))`,
  ),
  sql` or `,
);

/** Who was drawn in which place, and a prize that somebody holds or held, stay; only a reserve comes to one. */
const isSwapped = (differs: RawBuilder<unknown>) => sql`
  new."campaignId" <> old."campaignId" or new."no" <> old."no" or new."entryId" <> old."entryId"
  or new."tokenHash" <> old."tokenHash" or new."reserve" ${differs} old."reserve"
  or (old."prizeId" is not null and (new."prizeId" ${differs} old."prizeId" or new."piece" ${differs} old."piece"))`;

const isOfVoidDraw = sql`exists (select 1 from "drawVoid" where "drawVoid"."campaignId" = new."campaignId")`;

const triggers: Record<Engine, RawBuilder<unknown>[]> = {
  sqlite: [
    ...kept('award').sqlite,
    sql`create trigger "awardIsNotSwapped" before update on "award" when ${isSwapped(sql`is not`)}
        begin select raise(abort, ${sql.lit(changed)}); end`,
    sql`create trigger "awardHasWays" before update on "award"
        when new."state" <> old."state" and (${isOfVoidDraw} or not (${isWay}))
        begin select raise(abort, 'no way leads there'); end`,
    sql`create trigger "prizeIsNotTaken" before update on "award"
        when old."prizeId" is null and new."prizeId" is not null and exists (
          select 1 from "award" where "award"."campaignId" = new."campaignId" and "award"."no" <> new."no"
            and "award"."prizeId" = new."prizeId" and "award"."piece" = new."piece"
            and "award"."state" in ('drawn', 'notified', 'claimed', 'handed_over'))
        begin select raise(abort, 'somebody holds that prize'); end`,
    sql`create trigger "voidIsNotDrawn" before update on "draw"
        when new."state" <> old."state" and ${isOfVoidDraw}
        begin select raise(abort, 'the draw is void'); end`,
  ],
  postgres: [
    ...kept('award').postgres,
    sql`create trigger "awardIsNotSwapped" before update on "award" for each row
        when (${isSwapped(sql`is distinct from`)}) execute function "refuseChange"(${sql.lit(changed)})`,
    sql`create trigger "awardHasWays" before update on "award" for each row
        when (new."state" <> old."state" and not (${isWay}))
        execute function "refuseChange"('no way leads there')`,
    sql`create function "refuseVoid"() returns trigger language plpgsql as $$
        begin
          if ${isOfVoidDraw} then raise exception 'the draw is void'; end if;
          return new;
        end $$`,
    sql`create trigger "voidMovesNoAward" before update on "award" for each row
        when (new."state" <> old."state") execute function "refuseVoid"()`,
    sql`create trigger "voidIsNotDrawn" before update on "draw" for each row
        when (new."state" <> old."state") execute function "refuseVoid"()`,
  ],
};

/** Every key by which SQLite's `insert or replace` would find a row to take away. */
const uniqueKeys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  drawVoid: [['campaignId']],
  auditHead: [['campaignId', 'no']],
  awardEvent: [['campaignId', 'no', 'seq']],
  award: [['campaignId', 'no'], ['campaignId', 'entryId'], ['tokenHash'], ['campaignId', 'prizeId', 'piece']],
};

/** Passed over rather than refused, as in migration 13: whoever writes the same again must not fail. */
function passOver(table: string, no: number, key: readonly string[]): RawBuilder<unknown> {
  const same = key.map((column) => sql`${sql.id(table, column)} = new.${sql.id(column)}`);
  return sql`create trigger ${sql.id(`${table}IsNotReplaced${no}`)} before insert on ${sql.table(table)}
    when exists (select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)})
    begin select raise(ignore); end`;
}
