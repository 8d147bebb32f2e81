import { setImmediate } from 'node:timers/promises';

/**
 * Turns of work that keeps the thread busy for milliseconds: the next begins only when the sockets have been served, so
 * that what one has sent is on its way before another begins.
 *
 * @returns resolves when it is the caller's turn; what it then does at once is its turn
 */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
