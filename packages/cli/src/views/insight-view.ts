import type { Insight } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** What the next plan of this store will know, what to do otherwise, and what to do next. */
export function insightView(insight: Insight | undefined, messages: Messages): string {
  const { learning: words } = messages;
  if (!insight) return messages.report.none;
  const { sentence, lessons, advice, ideas } = insight;
  return parts(
    bullet('✔', sentence),
    section(
      words.lessons,
      lessons.map((lesson) => ({ text: lesson })),
      messages,
    ),
    section(words.advice, advice, messages),
    section(words.ideas, ideas, messages),
    lessons.length > 0 ? bullet('·', words.noCause) : undefined,
  );
}

interface Point {
  readonly text: string;
  readonly basis?: string;
}

/** What several points rest on is said once. */
function section(title: string, points: readonly Point[], { learning: words }: Messages): string | undefined {
  if (points.length === 0) return undefined;
  const told = points.map(({ text, basis }, index) => {
    const isLast = points[index + 1]?.basis !== basis;
    return lines(bullet('·', text), basis && isLast ? bullet(' ', words.basis(basis), 2) : undefined);
  });
  return lines(title, ...told);
}
