import type { Publication } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { finishingCommand, type PublicationsContext } from './finishing-command.js';
import { bullet, lines } from './layout.js';

const marks = {
  held: '‖',
  prepared: '▣',
  submitted: '…',
  in_review: '…',
  scheduled: '…',
  published: '✔',
  refused: '✖',
  failed: '✖',
  in_doubt: '?',
  withdrawn: '↩',
} as const;

/** What is shown of a publication; a rehearsal's has no price and no address. */
type Shown = Pick<Publication, 'channel' | 'state' | 'mode' | 'assumedProtocol' | 'error'> &
  Partial<Publication>;

/** Where each creative stands, plainly whether anything real was sent, and the one command that finishes what is not. */
export function publicationsView(
  publications: readonly Shown[],
  messages: Messages,
  context?: PublicationsContext,
): string {
  if (publications.length === 0) return messages.publications.none;
  return publications.map((publication) => publicationText(publication, messages, context)).join('\n');
}

function publicationText(publication: Shown, messages: Messages, context?: PublicationsContext): string {
  const { channel, state, error } = publication;
  const command = context && finishingCommand(publication, context, messages);
  const hint = state === 'in_doubt' ? undefined : error?.hint[messages.language];
  return lines(
    bullet(marks[state], `${messages.channel[channel]}: ${headline(publication, messages, context)}`),
    ...notesOn(publication, messages).map((note) => bullet('·', note, 2)),
    ...[hint, command].flatMap((next) => (next ? [bullet('→', next, 2)] : [])),
  );
}

const unsent: readonly string[] = ['failed', 'held', 'in_doubt'];

/** Plainly: where it really went, who says so, and what stood in the way. */
function notesOn(publication: Shown, messages: Messages): string[] {
  const { language, publications: words } = messages;
  const { state, mode, url, evidence, assumedProtocol, error, delivery, scheduledFor } = publication;
  const sent = !unsent.includes(state) && evidence !== 'person';
  const notes = [
    sent && mode !== 'live' && words[mode],
    sent && assumedProtocol && words.assumed,
    evidence === 'person' && words.byPerson,
    publication.note,
    scheduledFor && words.scheduledFor(instantText(scheduledFor, messages)),
    delivery && words.delivery(delivery.delivered, delivery.failed, delivery.pending),
    url,
    error && `${error.message[language]} (${error.code})`,
  ];
  return notes.filter((note) => typeof note === 'string');
}

function headline(
  { channel, state, costKrw = 0 }: Shown,
  messages: Messages,
  context: PublicationsContext | undefined,
): string {
  const effect = context?.effects.find(({ key }) => key === `distribute/${channel}`);
  const attempts = effect && effect.attempts > 1 ? messages.effects.attempts(effect.attempts) : undefined;
  const cost = costKrw > 0 ? messages.won(costKrw) : undefined;
  return [messages.publicationState[state], cost, attempts].filter(Boolean).join(' · ');
}
