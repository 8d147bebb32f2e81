import type { BulkOutcome } from '../bulk/bulk-result.js';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

export interface BulkResult {
  readonly out: string;
  readonly dryRun: boolean;
  readonly rows: readonly BulkOutcome[];
}

/** A screen of rows is as many as one corrects at a time. */
const shownRows = 20;
const shownIssues = 3;

/** How many went well, which did not and what to write instead, and where the results are. */
export function bulkView({ out, dryRun, rows }: BulkResult, messages: Messages): string {
  const { bulk: words, won } = messages;
  const failed = rows.filter(({ state }) => state === 'failed');
  const count = (state: BulkOutcome['state']) => rows.filter((row) => row.state === state).length;
  const totalKrw = rows.reduce((sum, row) => sum + (row.totalKrw ?? 0), 0);
  return parts(
    lines(
      words.title(rows.length),
      bullet('✔', words.planned(count('planned') + count('unchanged') + count('started'), won(totalKrw)), 1),
      count('unchanged') > 0 ? bullet('·', words.unchanged(count('unchanged')), 1) : undefined,
      count('started') > 0 ? bullet('·', words.started(count('started')), 1) : undefined,
      failed.length > 0 ? bullet('✖', words.failed(failed.length), 1) : undefined,
      count('skipped') > 0 ? bullet('·', words.skipped(count('skipped')), 1) : undefined,
    ),
    ...failed.slice(0, shownRows).map((row) => rowText(row, messages)),
    failed.length > shownRows ? messages.error.more(failed.length - shownRows) : undefined,
    bullet('→', dryRun ? messages.dryRun.honest : words.results(out)),
  );
}

function rowText({ id, line, store, code, issues }: BulkOutcome, messages: Messages): string {
  const { language, bulk: words } = messages;
  return lines(
    bullet('✖', words.row(line, id, store, code ?? ''), 1),
    ...issues
      .slice(0, shownIssues)
      .map(({ file, line, column, message, fix }) =>
        lines(
          bullet('·', `${file}:${line}:${column}  ${message[language]}`, 3),
          fix && bullet('→', fix[language], 5),
        ),
      ),
    issues.length > shownIssues
      ? bullet(' ', messages.error.more(issues.length - shownIssues), 3)
      : undefined,
  );
}
