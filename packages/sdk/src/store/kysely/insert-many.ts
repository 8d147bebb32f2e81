import { CompiledQuery, type Kysely } from 'kysely';
import { eachRow } from './each-row.js';
import { engineOf } from './engine-of.js';
import type { Tables } from './tables.js';

interface ManyRows {
  readonly table: string;
  /** Each of them is in every row, and nothing else. */
  readonly columns: readonly string[];
  readonly rows: readonly object[];
  /** A row that is there already under these is passed over. */
  readonly unique?: readonly string[];
  /** Names a row. */
  readonly id: string;
}

interface Many<Table extends keyof Tables> extends ManyRows {
  readonly table: Table;
  readonly columns: readonly (string & keyof Tables[Table])[];
  readonly rows: readonly Tables[Table][];
  readonly unique?: readonly (string & keyof Tables[Table])[];
  readonly id: string & keyof Tables[Table];
}

/**
 * Inserts very many rows, one after the other. The text of the statement is the same for any number of them: writing
 * and planning one for each batch costs more than carrying it out.
 *
 * @returns the ids of those that were written
 */
export async function insertMany<Table extends 'entry' | 'participant'>(
  db: Kysely<Tables>,
  many: Many<Table>,
): Promise<Set<string>> {
  return many.rows.length === 0 ? new Set() : ways[engineOf(db)](db, many);
}

type Way = (db: Kysely<Tables>, many: ManyRows) => Promise<Set<string>>;

const ways = {
  // a statement of one row can be refused before it has written anything, so nothing is kept to undo it with
  async sqlite(db, { table, columns, rows, unique, id }) {
    const places = columns.map(() => '?').join(', ');
    const text = `insert into ${quote(table)} (${list(columns)}) values (${places}) ${passOver(unique)}`;
    const { rows: written } = await db.executeQuery<Row>(eachRow(text, columns, rows));
    return new Set(written.map((row) => String(row[id])));
  },
  // one value for all rows, so that no field of them has to be parsed and planned as a parameter
  async postgres(db, { table, columns, rows, unique, id }) {
    const insert = `insert into ${quote(table)} (${list(columns)})
      select ${list(columns)} from json_populate_recordset(null::${quote(table)}, $1::json)`;
    const values = [JSON.stringify(rows)];
    if (!unique) {
      await db.executeQuery(CompiledQuery.raw(insert, values));
      return new Set(rows.map((row) => String((row as Row)[id])));
    }
    const text = `with "written" as (
      ${insert} with ordinality order by "ordinality" ${passOver(unique)} returning ${quote(id)})
      select json_agg(${quote(id)}) as "ids" from "written"`;
    const answers = await db.executeQuery<{ readonly ids: string[] | null }>(CompiledQuery.raw(text, values));
    return new Set(answers.rows[0]?.ids);
  },
} as const satisfies Record<string, Way>;

type Row = Readonly<Record<string, unknown>>;

const quote = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quote).join(', ');
const passOver = (unique: readonly string[] | undefined) =>
  unique ? `on conflict (${list(unique)}) do nothing` : '';
