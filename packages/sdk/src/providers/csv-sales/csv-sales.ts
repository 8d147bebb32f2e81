import { UserError } from '../../errors/index.js';
import type { SalesSource } from '../sales-source.js';
import { decodeText } from './decode-text.js';
import { parseSales } from './parse-sales.js';
import { readCsv } from './read-csv.js';

type CsvSalesOptions = { readonly source: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
);

/** A file with thousands of wrong rows has one mistake: the first places show it. */
const mostIssues = 20;

/**
 * Daily sales from a CSV file with a day and an amount column. Reading it throws when a row cannot be read:
 * a figure left out silently would be worse than none.
 *
 * @param options - `source` names the file for errors and reports; `bytes` may be UTF-8 or CP949
 */
export function createCsvSales(options: CsvSalesOptions): SalesSource {
  const { source } = options;
  return {
    source,
    /** @throws {@link UserError} `USER_001` with line, column and remedy of each wrong cell */
    read(signal) {
      return Promise.resolve().then(() => {
        signal?.throwIfAborted();
        const text = 'text' in options ? options.text : decodeText(options.bytes);
        const { sales, issues } = parseSales(readCsv(text.replace(/^\uFEFF/, '')));
        if (issues.length === 0) return sales;
        const shown = issues.slice(0, mostIssues).map((issue) => ({ ...issue, file: source }));
        throw new UserError('USER_001', { what: source }, { issues: shown });
      });
    },
  };
}
