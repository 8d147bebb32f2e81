import { type Kysely, type RawBuilder, sql } from 'kysely';
import { engineOf } from './engine-of.js';
import type { Tables } from './tables.js';

interface Search {
  readonly table: string;
  readonly campaignId: string;
  /** Unique within a campaign, and indexed together with it. */
  readonly by: string;
  readonly values: readonly string[];
  readonly columns: readonly string[];
}

interface Wanted<Table extends keyof Tables, Column extends keyof Tables[Table]> extends Search {
  readonly table: Table;
  readonly by: string & keyof Tables[Table];
  readonly columns: readonly (string & Column)[];
}

/** Rows of one campaign by many values. What one costs does not grow with the number of entries. */
export async function findMany<
  Table extends 'entry' | 'participant',
  Column extends string & keyof Tables[Table],
>(db: Kysely<Tables>, wanted: Wanted<Table, Column>): Promise<Pick<Tables[Table], Column>[]> {
  if (wanted.values.length === 0) return [];
  const query = queries[engineOf(db)](wanted) as RawBuilder<Pick<Tables[Table], Column>>;
  return (await query.execute(db)).rows;
}

type Query = (search: Search) => RawBuilder<unknown>;

const queries = {
  // one text for any number of values, so that it is prepared once
  sqlite: ({ table, campaignId, by, values, columns }) => sql`
    select ${list(columns)} from ${sql.table(table)}
    where "campaignId" = ${campaignId} and ${sql.ref(by)} in (select "value" from json_each(${JSON.stringify(values)}))`,
  // before the server has counted a new campaign it takes it for a small one and would read all of it; so each value
  // is looked up by itself, which the limit keeps it from undoing
  postgres: ({ table, campaignId, by, values, columns }) => sql`
    select "found".* from unnest(${values}::text[]) as "wanted" ("value")
    cross join lateral (
      select ${list(columns)} from ${sql.table(table)}
      where "campaignId" = ${campaignId} and ${sql.ref(by)} = "wanted"."value" limit 1
    ) as "found"`,
} as const satisfies Record<string, Query>;

const list = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));
