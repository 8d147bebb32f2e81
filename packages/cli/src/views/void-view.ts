import { type AuditFile, revealTimeMs, type SignedVoid, type VoidNotices, voidReasons } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines, parts, rows } from './layout.js';

interface ShownVoid extends SignedVoid {
  readonly slug: string;
  readonly dryRun: boolean;
  readonly notices: VoidNotices;
}

/** What everybody reads about a draw that does not hold, who is told of it, and what follows from it. */
export function voidView({ record, slug, dryRun, notices }: ShownVoid, messages: Messages): string {
  const { voids: words, language } = messages;
  const { reason, words: said, voided_at: at, next_draw: next } = record;
  const nextMs = next && revealTimeMs(next);
  const nextAt = nextMs === undefined ? '' : instantText(new Date(nextMs).toISOString(), messages);
  return parts(
    bullet(dryRun ? '!' : '✔', dryRun ? words.foreseen : words.declared),
    rows([
      [words.reason, voidReasons[reason][language]],
      [words.words, said],
      [words.at, instantText(at, messages)],
      [words.next, next ? words.round(next.round, nextAt) : words.noNext],
      [words.page, `/draws/${slug}`],
    ]),
    lines(...noticesTexts(notices, dryRun, messages).map((text) => bullet('·', text))),
    lines(...words.consequences.map((text) => bullet('·', text))),
  );
}

function noticesTexts(
  { known, sent, failed, inDoubt, nextAt }: VoidNotices,
  dryRun: boolean,
  messages: Messages,
): string[] {
  const { voids: words } = messages;
  if (dryRun) return [words.toTell(known)];
  const isOpen = nextAt !== undefined;
  const isByHand = known > 0 && sent + failed + inDoubt === 0 && !isOpen;
  return [
    words.told(sent, known),
    ...(isOpen ? [words.goesOn(instantText(nextAt, messages))] : []),
    ...(failed > 0 && !isOpen ? [words.unreached(failed)] : []),
    ...(inDoubt > 0 ? [words.inDoubt(inDoubt)] : []),
    ...(isByHand ? [words.byHand] : []),
  ];
}

export function auditView({ records, heads }: AuditFile, messages: Messages): string {
  const { voids: words } = messages;
  return parts(
    lines(
      words.audit(records.length),
      ...heads.map(({ no, milestone, at, head }) =>
        bullet('·', `${instantText(at, messages)}  ${words.milestone[milestone]}  ${words.no(no)}  ${head}`),
      ),
    ),
    bullet('!', words.auditFile),
  );
}
