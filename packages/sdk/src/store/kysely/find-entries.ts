import { type Kysely, type RawBuilder, sql } from 'kysely';
import { engineOf } from './engine-of.js';
import type { EntryRow, Tables } from './tables.js';

interface Wanted<Column extends keyof EntryRow> {
  readonly campaignId: string;
  /** Unique within a campaign, and indexed together with it. */
  readonly by: 'blindIndex' | 'idempotencyKey';
  readonly values: readonly string[];
  readonly columns: readonly Column[];
}

/** Entries of one campaign by many values. What one costs does not grow with the number of entries. */
export async function findEntries<Column extends keyof EntryRow>(
  db: Kysely<Tables>,
  wanted: Wanted<Column>,
): Promise<Pick<EntryRow, Column>[]> {
  if (wanted.values.length === 0) return [];
  const query = queries[engineOf(db)](wanted) as RawBuilder<Pick<EntryRow, Column>>;
  return (await query.execute(db)).rows;
}

/** In no index and no key: the one is hexadecimal, the other has visible characters. */
const separator = '\n';

type Query = (wanted: Wanted<keyof EntryRow>) => RawBuilder<unknown>;

const queries = {
  // one text for any number of values, so that it is prepared once
  sqlite: ({ campaignId, by, values, columns }) => sql`
    select ${list(columns)} from "entry"
    where "campaignId" = ${campaignId} and ${sql.ref(by)} in (select "value" from json_each(${JSON.stringify(values)}))`,
  // before the server has counted a new campaign it takes it for a small one and would read all of it; so each value
  // is looked up by itself, which the limit keeps it from undoing
  postgres: ({ campaignId, by, values, columns }) => sql`
    select "found".* from (select unnest(string_to_array(${values.join(separator)}, e'\\n')) as "value") as "wanted"
    cross join lateral (
      select ${list(columns)} from "entry"
      where "campaignId" = ${campaignId} and ${sql.ref(by)} = "wanted"."value" limit 1
    ) as "found"`,
} as const satisfies Record<string, Query>;

const list = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));
