import type { Publication } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
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
  Partial<Pick<Publication, 'url' | 'costKrw'>>;

/** Where each creative stands, and plainly whether anything real was sent. */
export function publicationsView(publications: readonly Shown[], messages: Messages): string {
  if (publications.length === 0) return messages.publications.none;
  return publications.map((publication) => publicationText(publication, messages)).join('\n');
}

function publicationText(publication: Shown, messages: Messages): string {
  const { channel, state, mode, url, costKrw = 0, assumedProtocol, error } = publication;
  const cost = costKrw > 0 ? ` · ${messages.won(costKrw)}` : '';
  const sent = state !== 'failed';
  const note = (text: string | undefined | false) => text && bullet('·', text, 2);
  return lines(
    bullet(marks[state], `${messages.channel[channel]}: ${messages.publicationState[state]}${cost}`),
    note(sent && mode === 'local' && messages.publications.local) || undefined,
    note(sent && mode === 'sandbox' && messages.publications.sandbox) || undefined,
    note(sent && assumedProtocol && messages.publications.assumed) || undefined,
    note(url) || undefined,
    error && bullet('·', `${error.message[messages.language]} (${error.code})`, 2),
    error && bullet('→', error.hint[messages.language], 2),
  );
}
