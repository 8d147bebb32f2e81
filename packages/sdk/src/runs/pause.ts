import type { Run } from './journal.js';

/** Our own choice: soon enough for a hiccup, rare enough for an outage of a day. */
const shortestMs = 30_000;
const longestMs = 3_600_000;

/** What a run waits for that failed in a way that may pass. */
export const retrying = 'retry';

/**
 * Pause before a failed run goes on by itself, ms: twice the last one when it failed before, never less than a
 * provider asked for. The pause before is read from the run as it was, so nothing has to be counted.
 */
export function nextPauseMs({ state, waitingFor, wakeAt, updatedAt }: Run, askedMs = 0): number {
  const paused = state === 'parked' || waitingFor === retrying;
  const lastMs = paused && wakeAt !== undefined ? Date.parse(wakeAt) - Date.parse(updatedAt) : 0;
  return Math.max(Math.min(Math.max(2 * lastMs, shortestMs), longestMs), askedMs);
}
