import { type ErrorSpec, errorCatalogue } from '../errors/index.js';
import { brandMessageHours, nextSendingTime } from '../providers/sending-hours.js';
import { maySettleItself } from '../runs/effects.js';
import type { Effect } from '../runs/journal.js';
import type { Publication } from '../schema/publication.js';

/** Pause before what an outside system could not take is tried again. Our own choice: an outage is longer than a hiccup. */
export const retryPauseMs = 600_000;

/** When a channel that has not got the campaign, or may have, is worth another try; nothing when none is. */
export function nextTry(
  publications: readonly Publication[],
  parked: readonly Effect[],
  now: Date,
): Date | undefined {
  const doubts = parked
    .filter((effect) => maySettleItself(effect, now))
    .map(() => new Date(now.getTime() + retryPauseMs));
  const failures = publications.flatMap((publication) => tryAgainAt(publication, now) ?? []);
  const times = [...failures, ...doubts];
  return times.sort((a, b) => a.getTime() - b.getTime())[0];
}

function tryAgainAt({ error }: Publication, now: Date): Date | undefined {
  if (error?.code === 'USER_030') return nextSendingTime(now, brandMessageHours);
  return error && mayPass(error.code) ? new Date(now.getTime() + retryPauseMs) : undefined;
}

/**
 * True for a failure that may be gone next time without anybody's help. A pause after failures ends by itself, too, and
 * an answer that nobody could read is often a page of the moment.
 */
export function mayPass(code: string): boolean {
  const spec = Object.entries<ErrorSpec>(errorCatalogue).find(([known]) => known === code)?.[1];
  return spec?.retryable === true || code === 'PROVIDER_003' || code === 'PROVIDER_004';
}
