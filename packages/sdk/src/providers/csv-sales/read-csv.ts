/** One field with where it starts in the file, 1-based. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Splits text into rows of cells as RFC 4180 says: quotes, doubled quotes and line ends within quotes.
 * Empty lines are left out. A quote that is never closed ends with the file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = { offset: 0, line: 1, column: 1 };
  while (at.offset < text.length) {
    const { cell, raw } = readCell(text, at.offset);
    row.push({ text: cell, line: at.line, column: at.column });
    const end = separatorAt(text, at.offset + raw.length);
    at = moved(at, raw + end);
    if (end === ',' && at.offset < text.length) continue;
    if (end === ',') row.push({ text: '', line: at.line, column: at.column });
    if (row.some((one) => one.text.trim() !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

const quoted = /"((?:[^"]|"")*)(?:"[^,\r\n]*|$)/y;
const bare = /[^,\r\n]*/y;
const separator = /,|\r\n|\n|\r|$/y;

function readCell(text: string, offset: number): { cell: string; raw: string } {
  const inQuotes = matchAt(quoted, text, offset);
  if (inQuotes) return { cell: (inQuotes[1] ?? '').replaceAll('""', '"'), raw: inQuotes[0] };
  const plain = matchAt(bare, text, offset)?.[0] ?? '';
  return { cell: plain, raw: plain };
}

function separatorAt(text: string, offset: number): string {
  return matchAt(separator, text, offset)?.[0] ?? '';
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

function moved({ offset, line, column }: Position, over: string): Position {
  const lines = over.split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return {
    offset: offset + over.length,
    line: line + lines.length - 1,
    column: lines.length > 1 ? last.length + 1 : column + over.length,
  };
}
