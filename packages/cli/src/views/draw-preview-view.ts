import type { DrawPreview, LogHeads, Rfc3797Verification } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { deadlineText, instantText } from './dates.js';
import { bullet, lines, parts, rows } from './layout.js';

/** What a commitment made now would say, and that none was made. */
export function drawPreviewView(preview: DrawPreview, messages: Messages): string {
  const { drawPreview: words } = messages;
  const { beacon, entryLog, excluded } = preview;
  const reasons = Object.entries(excluded).map(
    ([reason, count]) => `${words.reasons[reason] ?? reason} ${count}`,
  );
  const round = beacon.round === undefined ? undefined : words.round(beacon.round);
  return parts(
    lines(words.title, bullet('!', words.honest)),
    rows([
      [words.closes, deadlineText(preview.closesAt, messages)],
      [words.entries, words.entriesOf(preview.entries, preview.totalWeight)],
      [words.root, preview.root],
      [words.prizes, preview.prizes.map(({ name, quantity }) => `${name} × ${quantity}`).join(', ')],
      [words.reserves, words.people(preview.reserves)],
      [words.excluded, reasons.join(', ') || words.none],
      [words.entryLog, entryLog && words.entryLogOf(entryLog.size, entryLog.root)],
      [words.randomness, [words.randomnessOf[beacon.type], round].filter(Boolean).join(', ')],
      [words.at, instantText(beacon.at, messages)],
    ]),
    beacon.type === 'drand' && beacon.mode !== 'live' ? bullet('!', words.sandbox) : undefined,
  );
}

export function entryLogView(log: LogHeads | { readonly heads: readonly [] }, messages: Messages): string {
  const { entryLog: words } = messages;
  if (log.heads.length === 0) return lines(words.title, bullet('·', words.none));
  return lines(
    words.title,
    ...log.heads.map(({ at, size, root }) =>
      bullet('·', `${instantText(at, messages)}  ${words.head(size, root)}`),
    ),
    bullet('!', words.file),
  );
}

export function excludedView({ entryId }: { readonly entryId: string }, { excluded }: Messages): string {
  return bullet('✔', excluded(entryId));
}

export function rfc3797View(
  { valid, key, selected }: Rfc3797Verification,
  { rfc3797: words }: Messages,
): string {
  return parts(
    bullet(valid ? '✔' : '✖', valid ? words.valid : words.invalid),
    rows([
      [words.key, key],
      [words.selected, selected.join(' → ')],
    ]),
    bullet('·', words.legacy),
  );
}
