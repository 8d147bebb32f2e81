import { firstAsked, type History, isGranted } from './history.js';

type Window = NonNullable<History['window']>;

/** P7: nobody enters before the opening or after the closing, whatever the server's clock shows meanwhile. */
export function* checkWindow({ operations, window }: History): Generator<string> {
  if (!window) return;
  yield* checkGranted(operations, window);
  for (const { person, invokedMs, returnedMs, answer } of operations) {
    const inside = invokedMs >= window.opensMs && returnedMs < window.closesMs;
    if (inside && answer?.kind === 'closed') yield `${person} was refused while entries were taken`;
  }
}

function* checkGranted(operations: History['operations'], window: Window): Generator<string> {
  const asked = firstAsked(operations, 'key');
  for (const { key, person, returnedMs } of operations.filter(isGranted)) {
    if (returnedMs < window.opensMs) yield `${person} entered before the opening`;
    if ((asked.get(key) ?? 0) >= window.closesMs) yield `${person} entered after the closing`;
  }
}
