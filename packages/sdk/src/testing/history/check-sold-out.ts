import { firstAsked, type History } from './history.js';

/** P5: "sold out" is said only when as many as the stock had asked before that answer came, and got theirs. */
export function* checkSoldOut({ operations, aftermath }: History): Generator<string> {
  const { stock, entries } = aftermath;
  if (!stock) return;
  const asked = firstAsked(operations, 'person');
  const times = entries.flatMap(({ person }) => asked.get(person) ?? []).toSorted((a, b) => a - b);
  const lastPieceMs = times[stock.total - 1] ?? Number.POSITIVE_INFINITY;
  for (const { person, answer, returnedMs } of operations) {
    if (answer?.kind !== 'sold_out' || returnedMs > lastPieceMs) continue;
    yield `${person} was told "sold out" when fewer than ${stock.total} had asked`;
  }
}
