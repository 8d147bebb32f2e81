import type { Bilingual, ChannelPreview, Finding } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { findingsView } from './findings-view.js';
import { bullet, lines, parts } from './layout.js';

export interface DistributionPreview {
  readonly previews: readonly ChannelPreview[];
  readonly findings: readonly Finding[];
}

/** What would go where, to whom and for how much, what speaks against it, and that nothing was sent. */
export function distributionView({ previews, findings }: DistributionPreview, messages: Messages): string {
  const { distribution: words } = messages;
  const sent = previews.filter(isSent);
  const totalKrw = sent.reduce((sum, { costKrw }) => sum + costKrw, 0);
  const kept = previews.filter((preview) => !isSent(preview));
  return parts(
    lines(words.title, bullet('!', words.honest)),
    words.would,
    ...sent.map((preview) => previewText(preview, messages)),
    kept.length > 0 ? words.wouldNot : undefined,
    ...kept.map((preview) => previewText(preview, messages)),
    bullet('=', words.total(messages.won(totalKrw))),
    lines(messages.findings.title, findingsView(findings, messages)),
  );
}

const open: readonly (string | undefined)[] = [undefined, 'held', 'failed', 'in_doubt'];

function isSent({ state, problems, duplicateOf }: ChannelPreview): boolean {
  return open.includes(state) && problems.length === 0 && duplicateOf === undefined;
}

function previewText(preview: ChannelPreview, messages: Messages): string {
  const { channel, mode, assumedProtocol, recipients, costKrw, state, duplicateOf } = preview;
  const { distribution: words, publications, language } = messages;
  const placed = state !== undefined && !open.includes(state);
  return lines(
    bullet('▶', `${messages.channel[channel]} · ${messages.mode[mode]} · ${messages.won(costKrw)}`),
    placed ? bullet('✔', words.placed(messages.publicationState[state]), 2) : undefined,
    assumedProtocol ? bullet('·', publications.assumed, 2) : undefined,
    recipients === undefined ? undefined : bullet('·', words.recipients(recipients), 2),
    ...preview.problems.map((problem: Bilingual) => bullet('✖', `${words.problem}: ${problem[language]}`, 2)),
    duplicateOf === undefined ? undefined : bullet('✖', words.duplicate(duplicateOf), 2),
    bullet(' ', preview.title, 1),
    bullet(' ', preview.text, 1),
    preview.hashtags.length > 0 ? bullet(' ', preview.hashtags.join(' '), 1) : undefined,
    ...preview.media.map(({ path, kind, bytes }) =>
      bullet('+', `${messages.creative[kind]}: ${path} (${Math.ceil(bytes / 1_000)} KB)`, 2),
    ),
  );
}
