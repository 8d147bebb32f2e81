import { chosenConcept, type Finding, type Plan } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts } from './layout.js';
import { conceptView } from './plan-view.js';

export interface Preview {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** What would be sent where, what it would cost, and that nothing was. */
export function dryRunView({ plan, findings }: Preview, messages: Messages): string {
  const { dryRun: words } = messages;
  const concept = chosenConcept(plan);
  return parts(
    lines(words.title, bullet('!', words.honest)),
    conceptView(concept, true, messages),
    words.where,
    ...concept.copies.map(({ channel, title, body, hashtags }) =>
      lines(
        bullet('▶', messages.channel[channel]),
        bullet(' ', title, 1),
        bullet(' ', body, 1),
        hashtags.length > 0 ? bullet(' ', hashtags.map(toHashtag).join(' '), 1) : undefined,
      ),
    ),
    lines(messages.findings.title, findingsView(findings, messages)),
  );
}

const toHashtag = (text: string): string => (text.startsWith('#') ? text : `#${text}`);
