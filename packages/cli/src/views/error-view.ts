import type { Issue, KtEventError } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** A screen of problems is as many as one corrects at a time. */
const shownIssues = 20;

/** What happened, where, what was expected, and what to do next. Never a stack. */
export function errorView(error: KtEventError, messages: Messages): string {
  const { title, message, hint } = error.describe(messages.language);
  const unseen = error.issues.length - shownIssues;
  return parts(
    lines(bullet('✖', `${title} (${error.code})`), bullet(' ', message)),
    lines(
      ...error.issues.slice(0, shownIssues).map((issue) => issueText(issue, messages)),
      unseen > 0 ? bullet(' ', messages.error.more(unseen)) : undefined,
    ),
    bullet('→', hint),
  );
}

function issueText({ file, line, column, path, message, fix }: Issue, { language }: Messages): string {
  const place = file ? `${file}:${line}:${column}` : path.join('.');
  return lines(
    bullet('·', place ? `${place}  ${message[language]}` : message[language], 2),
    fix && bullet('→', fix[language], 4),
  );
}
