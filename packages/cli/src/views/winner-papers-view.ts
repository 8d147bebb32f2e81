import type { TaxRow } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { lines, parts, rows } from './layout.js';

interface ShownSheet {
  readonly rows: readonly TaxRow[];
  readonly path?: string;
}

/** What each taxed prize asks of the store; names are masked here, and whole in the file only. */
export function taxSheetView({ rows: sheet, path }: ShownSheet, messages: Messages): string {
  const { papers } = messages;
  return parts(
    ...(sheet.length === 0 ? [papers.untaxed] : sheet.map((row) => taxView(row, messages))),
    sheet.length > 0 ? papers.check : undefined,
    path && lines(papers.written(path), papers.residentNumbers),
  );
}

function taxView(row: TaxRow, messages: Messages): string {
  const { papers, winners, won } = messages;
  return lines(
    `${winners.no(row.no)}  ${row.prize} (${won(row.valueKrw)})  ${row.masked}  ${winners.state[row.state]}`,
    rows([
      [papers.tax, papers.taxOf(won(row.taxKrw))],
      [papers.documents, row.papers ? papers.present : papers.missing],
      [papers.payBy, row.payBy ?? papers.afterHandOver],
      [papers.statementBy, row.statementBy],
      [papers.gross, won(row.grossKrw)],
    ]),
  );
}

export function exportedView({ path }: { readonly path: string }, { papers }: Messages): string {
  return lines(papers.written(path), papers.personal);
}
