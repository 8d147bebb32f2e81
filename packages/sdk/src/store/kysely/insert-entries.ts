import { CompiledQuery, type Kysely } from 'kysely';
import { eachRow } from './each-row.js';
import { engineOf } from './engine-of.js';
import { entryColumns } from './entry-rows.js';
import type { NewEntryRow, Tables } from './tables.js';

/**
 * Inserts very many entries. The text of the statement is the same for any number of them: writing and planning one for
 * each batch costs more than carrying it out.
 */
export async function insertEntries(db: Kysely<Tables>, rows: readonly NewEntryRow[]): Promise<void> {
  if (rows.length > 0) await db.executeQuery(statements[engineOf(db)](rows));
}

const quote = (column: string) => `"${column}"`;
const columns = entryColumns.map(quote).join(', ');

const integers: readonly string[] = [
  'seq',
  'weight',
  'visited',
  'marketingConsent',
  'couponNo',
  'keyVersion',
];
const read = entryColumns.map((column) =>
  integers.includes(column) ? `${quote(column)}::integer` : quote(column),
);

/** In no value of an entry: ids, hashes and ciphertexts are letters and digits, and keys visible characters. */
const separator = '\n';
const cut = entryColumns.map(
  (column, at) => `unnest(string_to_array($${at + 1}, e'\\n', '')) as ${quote(column)}`,
);

const statements = {
  // a statement of one row can be refused before it has written anything, so nothing is kept to undo it with
  sqlite: (rows) => {
    const places = entryColumns.map(() => '?').join(', ');
    return eachRow(`insert into "entry" (${columns}) values (${places})`, entryColumns, rows);
  },
  // a text for each column, which the server only has to cut: reading JSON costs as much as writing the rows. Cut in the
  // select list, no column is set aside in a table of its own first
  postgres: (rows) =>
    CompiledQuery.raw(
      `insert into "entry" (${columns}) select ${read.join(', ')} from (select ${cut.join(', ')}) as "row"`,
      entryColumns.map((column) => rows.map((row) => row[column] ?? '').join(separator)),
    ),
} as const satisfies Record<string, (rows: readonly NewEntryRow[]) => CompiledQuery>;
