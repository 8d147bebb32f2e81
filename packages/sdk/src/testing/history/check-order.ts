import { firstAsked, type Granted, groupBy, type History, isGranted } from './history.js';

interface Lifetime {
  readonly seq: number;
  /** No later than this the entry existed. */
  readonly knownMs: number;
  /** No earlier than this it was asked for. */
  readonly askedMs: number;
}

/** P4: whoever had the answer before another one asked has the lower number. */
export function* checkOrder({ operations }: History): Generator<string> {
  const asked = firstAsked(operations, 'person');
  const byEntry = groupBy(operations.filter(isGranted), ({ answer }) => answer.receipt.entryId);
  const lifetimes = [...byEntry.values()].map((own) => toLifetime(own, asked));
  const byReturn = lifetimes.toSorted((a, b) => a.knownMs - b.knownMs);
  let returned = 0;
  let highest = 0;
  for (const { askedMs, seq } of lifetimes.toSorted((a, b) => a.askedMs - b.askedMs)) {
    for (; (byReturn[returned]?.knownMs ?? Number.POSITIVE_INFINITY) < askedMs; returned += 1) {
      highest = Math.max(highest, byReturn[returned]?.seq ?? 0);
    }
    if (seq <= highest) yield `number ${seq} was asked for after number ${highest} had been answered`;
  }
}

function toLifetime(own: readonly Granted[], asked: ReadonlyMap<string, number>): Lifetime {
  const [first] = own as [Granted];
  return {
    seq: first.answer.receipt.seq,
    knownMs: Math.min(...own.map(({ returnedMs }) => returnedMs)),
    askedMs: asked.get(first.person) ?? first.invokedMs,
  };
}
