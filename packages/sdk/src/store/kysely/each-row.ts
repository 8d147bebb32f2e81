import { CompiledQuery } from 'kysely';

/** A statement for one row, to be carried out for each of many without a way back in between. SQLite only. */
export interface EachRow extends CompiledQuery {
  readonly columns: readonly string[];
  readonly rows: readonly object[];
}

/** Its result has those rows that were written. */
export function eachRow(text: string, columns: readonly string[], rows: readonly object[]): EachRow {
  return { ...CompiledQuery.raw(text), columns, rows };
}

export function isEachRow(query: CompiledQuery): query is EachRow {
  return 'rows' in query;
}
