export interface CountsOptions<Kind extends string> {
  /** Adds to what is stored, in one write. */
  readonly write: (campaignId: string, counts: Readonly<Partial<Record<Kind, number>>>) => Promise<void>;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Figures that are counted in memory and written together. A write for each would let whoever sends nonsense hold up
 * those who enter. A crash loses those of the last second: nothing hangs on them but a figure for the organiser.
 */
export interface Counts<Kind extends string> {
  add(campaignId: string, kind: Kind, count?: number): void;
  /** Writes what has been counted. Never rejects: a figure that cannot be written now is written with the next. */
  flush(): Promise<void>;
  /** Flushes, and writes nothing by itself any more. */
  close(): Promise<void>;
}

/** One write a second at most. */
const pauseMs = 1_000;

export function createCounts<Kind extends string>({ write, sleep }: CountsOptions<Kind>): Counts<Kind> {
  const closing = new AbortController();
  let counted = new Map<string, Map<Kind, number>>();
  let round: Promise<void> | undefined;

  function note(campaignId: string, kind: Kind, count: number): void {
    const counts = counted.get(campaignId) ?? new Map<Kind, number>();
    counted.set(campaignId, counts.set(kind, (counts.get(kind) ?? 0) + count));
  }

  async function flush(): Promise<void> {
    const taken = counted;
    counted = new Map();
    for (const [campaignId, counts] of taken) {
      await write(campaignId, Object.fromEntries(counts) as Partial<Record<Kind, number>>).catch(() => {
        for (const [kind, count] of counts) note(campaignId, kind, count);
      });
    }
  }

  async function flushLater(): Promise<void> {
    await sleep(pauseMs, closing.signal).catch(() => undefined);
    round = undefined;
    await flush();
  }

  return {
    add(campaignId, kind, count = 1) {
      note(campaignId, kind, count);
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
