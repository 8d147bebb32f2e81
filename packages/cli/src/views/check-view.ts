import type { BusinessCheck } from '@kt-event/sdk';
import type { PlacedFinding } from '../campaign-file/place-findings.js';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts } from './layout.js';

export interface Checked {
  readonly file: string;
  /** Day whose rules were applied. */
  readonly asOf: string;
  readonly findings: readonly PlacedFinding[];
  readonly business: BusinessCheck;
}

/** What was found, each at its place in the file, and what was not looked at. */
export function checkView({ asOf, findings, business }: Checked, messages: Messages): string {
  return parts(
    findingsView(findings, messages),
    lines(bullet('·', messages.check.asOf(asOf)), businessText(business, messages)),
  );
}

/** Nothing is claimed that nobody has looked at. */
export function businessText(
  { businessNumber, status, mode, answeredAt }: BusinessCheck,
  messages: Messages,
): string {
  const { check } = messages;
  if (businessNumber === undefined) return bullet('·', check.noNumber);
  const mark = status === 'active' ? '✔' : status === 'closed' ? '✖' : '!';
  const answer = check.business[status];
  const since = answeredAt ? ` (${instantText(answeredAt, messages)})` : '';
  return bullet(mark, check.number(businessNumber, answer + since, mode === 'sandbox'));
}
