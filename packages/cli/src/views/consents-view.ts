import type { ConsentStatus, DueConsent } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines, parts } from './layout.js';

/** A screen of people is as many as one calls at a time. */
const shown = 20;

/** Who has been told what became of their consent, who has to be, and until when. */
export function consentsView(status: ConsentStatus, messages: Messages): string {
  const { consents: words } = messages;
  return parts(
    lines(
      words.title(status.consents, status.told),
      status.withdrawn > 0 ? bullet('·', words.withdrawn(status.withdrawn), 1) : undefined,
      status.pending > 0 ? bullet('…', words.pending(status.pending), 1) : undefined,
      status.nextAt && bullet('·', words.nextAt(instantText(status.nextAt, messages)), 1),
      status.mode === 'local' ? bullet('!', words.nobody, 1) : undefined,
    ),
    list(words.untold, status.untold, messages),
    list(words.untoldWithdrawn, status.untoldWithdrawn, messages),
    list(words.toConfirm, status.toConfirm, messages),
  );
}

function list(title: (count: number) => string, due: readonly DueConsent[], messages: Messages) {
  if (due.length === 0) return undefined;
  const rest = due.length - shown;
  return lines(
    title(due.length),
    ...due.slice(0, shown).map((each) => bullet('·', rowOf(each, messages), 1)),
    rest > 0 ? bullet('·', messages.consents.rest(rest), 1) : undefined,
  );
}

function rowOf(
  { masked, consentedOn, withdrawnOn, dueOn }: DueConsent,
  { consents: words }: Messages,
): string {
  return withdrawnOn === undefined
    ? words.row(masked, consentedOn, dueOn)
    : words.withdrawnRow(masked, withdrawnOn, dueOn);
}
