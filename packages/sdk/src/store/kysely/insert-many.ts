import { CompiledQuery, type Kysely } from 'kysely';
import { engineOf } from './engine-of.js';
import type { Tables } from './tables.js';

interface ManyRows<Table extends keyof Tables> {
  readonly table: Table;
  /** Each of them is in every row. */
  readonly columns: readonly (string & keyof Tables[Table])[];
  readonly rows: readonly Tables[Table][];
  /** What follows the values. */
  readonly suffix?: string;
}

/**
 * Inserts very many rows with statements that are written, and prepared, once: building and compiling one for each
 * batch costs more than carrying it out.
 *
 * @returns what the statements return
 */
export async function insertMany<Table extends 'entry' | 'participant', Returned>(
  db: Kysely<Tables>,
  { table, columns, rows, suffix = '' }: ManyRows<Table>,
): Promise<Returned[]> {
  const engine = engineOf(db);
  const returned: Returned[] = [];
  for (const part of partsOf(rows, sizes[engine])) {
    const values = part.flatMap((row) => columns.map((column) => row[column]));
    const text = textOf({ engine, table, columns, suffix, count: part.length });
    const result = await db.executeQuery<Returned>(CompiledQuery.raw(text, values));
    returned.push(...result.rows);
  }
  return returned;
}

type Engine = ReturnType<typeof engineOf>;

/**
 * Rows of one statement. Within SQLite a statement costs next to nothing, so a few sizes do for every batch; for a
 * server each is a way there and back. Our own choice.
 */
const sizes: Readonly<Record<Engine, readonly number[]>> = { sqlite: [128, 16, 1], postgres: [] };

function partsOf<Row>(rows: readonly Row[], fixed: readonly number[]): (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  let start = 0;
  while (start < rows.length) {
    const left = rows.length - start;
    const size = fixed.find((candidate) => candidate <= left) ?? left;
    parts.push(rows.slice(start, start + size));
    start += size;
  }
  return parts;
}

interface Statement {
  readonly engine: Engine;
  readonly table: string;
  readonly columns: readonly string[];
  readonly suffix: string;
  readonly count: number;
}

const texts = new Map<string, string>();

/** Those of the few sizes are kept. */
function textOf(statement: Statement): string {
  if (!sizes[statement.engine].includes(statement.count)) return write(statement);
  const name = Object.values(statement).join('/');
  const text = texts.get(name) ?? write(statement);
  texts.set(name, text);
  return text;
}

function write({ engine, table, columns, suffix, count }: Statement): string {
  let no = 0;
  const place = () => (engine === 'postgres' ? `$${++no}` : '?');
  const row = () => `(${columns.map(place).join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names}) values ${Array.from({ length: count }, row).join(', ')} ${suffix}`;
}
