import type { GuardKind, GuardRepository } from '../../store/guard-repository.js';

export interface TurnedAwayOptions {
  readonly guards: Pick<GuardRepository, 'count'>;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Counts who was turned away, without letting them cost a write each: that would be an attack of its own. */
export interface TurnedAway {
  add(campaignId: string, kind: GuardKind): void;
  /** Writes what has been counted. Never rejects: a figure must not hide a reason. */
  flush(): Promise<void>;
  /** Flushes, and writes nothing by itself any more. */
  close(): Promise<void>;
}

/** One write a second at most. */
const pauseMs = 1_000;

export function createTurnedAway({ guards, sleep }: TurnedAwayOptions): TurnedAway {
  const closing = new AbortController();
  let counted = new Map<string, Partial<Record<GuardKind, number>>>();
  let round: Promise<void> | undefined;

  async function flush(): Promise<void> {
    const taken = counted;
    counted = new Map();
    for (const [campaignId, counts] of taken) await guards.count(campaignId, counts).catch(() => undefined);
  }

  async function flushLater(): Promise<void> {
    await sleep(pauseMs, closing.signal).catch(() => undefined);
    round = undefined;
    await flush();
  }

  return {
    add(campaignId, kind) {
      const counts = counted.get(campaignId) ?? {};
      counted.set(campaignId, { ...counts, [kind]: (counts[kind] ?? 0) + 1 });
      round ??= flushLater();
    },
    flush,
    async close() {
      closing.abort();
      await round;
      await flush();
    },
  };
}
