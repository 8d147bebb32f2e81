import type { ConsentsDue } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines } from './layout.js';

/** Who has to be told of their consents soon, with the command that does so. */
export function consentsDueView(
  due: readonly ConsentsDue[],
  { consents: words }: Messages,
): string | undefined {
  if (due.length === 0) return undefined;
  return lines(
    ...due.flatMap(({ campaignId, notice, people, dueOn }) => [
      bullet('!', notice === 'result' ? words.due(people, dueOn) : words.dueConfirm(people, dueOn)),
      bullet('→', `kt-event privacy consents ${campaignId}${notice === 'confirm' ? ' --confirm' : ''}`, 2),
    ]),
  );
}
