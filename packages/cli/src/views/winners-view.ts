import type { ForfeitReason, NoticeTemplate, WinnerRow } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { deadlineText } from './dates.js';
import { bullet, lines, parts } from './layout.js';

/** A row without the fingerprint of the winner's link. */
export interface ShownWinner extends Omit<WinnerRow, 'award'> {
  readonly award: Omit<WinnerRow['award'], 'tokenHash'>;
}

const marks = {
  reserve: '·',
  drawn: '·',
  notified: '·',
  claimed: '✔',
  handed_over: '✔',
  expired: '✖',
  declined: '✖',
  disqualified: '✖',
} as const;

/** Everybody by their number: winners first, then the reserves in the order in which they are promoted. */
export function winnersView(rows: readonly ShownWinner[], messages: Messages): string {
  const { winners } = messages;
  return rows.length === 0 ? winners.none : rows.map((row) => winnerLine(row, messages)).join('\n');
}

function winnerLine({ award, prize, masked }: ShownWinner, messages: Messages): string {
  const { winners } = messages;
  const open = award.state === 'drawn' || award.state === 'notified';
  const unreached = award.state === 'drawn' && award.unreachedAt !== undefined;
  const fields = [
    winners.no(award.no),
    award.reserve === undefined ? undefined : winners.reserve(award.reserve),
    prize?.name,
    masked ?? winners.nobody,
    unreached ? winners.unreached : winners.state[award.state],
    open && award.claimUntil ? winners.until(deadlineText(award.claimUntil, messages)) : undefined,
  ];
  return bullet(unreached ? '!' : marks[award.state], fields.filter(Boolean).join('  '));
}

interface Told {
  readonly told: readonly ShownWinner[];
  readonly untold: readonly ShownWinner[];
  readonly dryRun: boolean;
  readonly by: NoticeTemplate['sentAs'];
}

/** Who knows now, then who still does not. */
export function toldView({ told, untold, dryRun, by }: Told, messages: Messages): string {
  const { winners } = messages;
  if (told.length + untold.length === 0) return winners.allTold;
  const title = dryRun ? winners.wouldTell(untold.length) : winners.stillUntold(untold.length);
  return parts(
    told.length > 0 ? lines(winners.told(told.length), winnersView(told, messages)) : undefined,
    untold.length > 0 ? lines(title, winnersView(untold, messages)) : undefined,
    winners.by[by],
    !dryRun && untold.length > 0 ? winners.tellThem : undefined,
  );
}

export function toldByHandView(rows: readonly ShownWinner[], messages: Messages): string {
  return lines(messages.winners.toldByHand(rows.length), winnersView(rows, messages));
}

export function claimedView(row: ShownWinner, messages: Messages): string {
  const { winners } = messages;
  const done = row.award.state === 'handed_over' ? winners.handedOver : winners.claimed;
  return lines(done, winnersView([row], messages));
}

interface ShownForfeiture {
  readonly lost: ShownWinner;
  readonly heir: ShownWinner | undefined;
  readonly reason: ForfeitReason;
  readonly dryRun: boolean;
}

/** Who loses the prize and why, then who is next. */
export function forfeitureView({ lost, heir, reason, dryRun }: ShownForfeiture, messages: Messages): string {
  const { winners } = messages;
  const waits = lost.award.prizeId === undefined;
  return parts(
    dryRun ? winners.foreseen : undefined,
    lines(winners.lost(winners.reasons[reason]), winnersView([lost], messages)),
    heir ? lines(winners.heir, winnersView([heir], messages)) : waits ? winners.notPromoted : winners.noHeir,
    heir && !dryRun ? winners.heirIsTold : undefined,
  );
}
