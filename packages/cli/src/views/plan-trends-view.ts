import type { Plan, TrendSourceState, TrendStatement } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines } from './layout.js';

/** What is known of the season, the place and the trade: each with its source, day and weight, and who said nothing. */
export function planTrendsView({ trends }: Plan, messages: Messages): string | undefined {
  const { statements = [], sources = [] } = trends ?? {};
  if (statements.length + sources.length === 0) return undefined;
  const practised = statements.some(({ mode }) => mode === 'sandbox');
  return lines(
    messages.trends.title,
    ...statements.map((statement) => statementLines(statement, messages)),
    ...sources.flatMap((source) => quietLine(source, messages) ?? []),
    practised ? bullet('!', messages.trends.practice) : undefined,
  );
}

function statementLines(
  { text, source, date, confidence }: TrendStatement,
  { trends: words }: Messages,
): string {
  return lines(bullet('·', text), bullet(' ', words.origin(source, date, confidence), 2));
}

function quietLine({ id, state, code }: TrendSourceState, { trends: words }: Messages): string | undefined {
  if (state === 'used') return undefined;
  return bullet('–', words.quiet(words.name[id], words.silence[state], code ? ` (${code})` : ''));
}
