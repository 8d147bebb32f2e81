import { firstAsked, type History, isGranted, type Window } from './history.js';

/** P7: nobody enters before the opening or after the closing, whatever the server's clock shows meanwhile. */
export function* checkWindow({ operations, window }: History): Generator<string> {
  if (!window) return;
  yield* checkGranted(operations, window);
  const { opensMs, closesMs, precisionMs = 0 } = window;
  for (const { person, invokedMs, returnedMs, answer } of operations) {
    const inside = invokedMs >= opensMs + precisionMs && returnedMs < closesMs - precisionMs;
    if (inside && answer?.kind === 'closed') yield `${person} was refused while entries were taken`;
  }
}

function* checkGranted(
  operations: History['operations'],
  { opensMs, closesMs, precisionMs = 0 }: Window,
): Generator<string> {
  const asked = firstAsked(operations, 'key');
  for (const { key, person, returnedMs } of operations.filter(isGranted)) {
    const early = opensMs - returnedMs;
    const late = (asked.get(key) ?? 0) - closesMs;
    if (early > precisionMs) yield `${person} entered ${early.toFixed(1)} ms before the opening`;
    if (late >= precisionMs) yield `${person} entered ${late.toFixed(1)} ms after the closing`;
  }
}
