import type { EntryRepository } from '../store/entry-repository.js';

export interface RefusalsOptions {
  readonly entries: EntryRepository;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface CountedEntries {
  readonly entries: EntryRepository;
  /** Writes what is still in memory, and nothing by itself any more. */
  close(): Promise<void>;
}

/** One write a second at most. */
const pauseMs = 1_000;

/**
 * The same entries, but refusals are counted in memory and written together: a commit for each would let whoever sends
 * nonsense hold up those who enter. Who asks for the tally here gets all of them. A crash loses those of the last
 * second: they are a figure for the organiser, and no entry hangs on it.
 */
export function countRefusalsInMemory({ entries, sleep }: RefusalsOptions): CountedEntries {
  const closing = new AbortController();
  let counted = new Map<string, number>();
  let round: Promise<void> | undefined;

  /** A figure that cannot be written now is written with the next ones. */
  async function flush(): Promise<void> {
    const taken = counted;
    counted = new Map();
    for (const [campaignId, count] of taken) {
      await entries.countRefusals(campaignId, count).catch(() => add(campaignId, count));
    }
  }

  async function flushLater(): Promise<void> {
    await sleep(pauseMs, closing.signal).catch(() => undefined);
    round = undefined;
    await flush();
  }

  const add = (campaignId: string, count: number) =>
    void counted.set(campaignId, (counted.get(campaignId) ?? 0) + count);

  return {
    entries: {
      ...entries,
      async countRefusals(campaignId, count) {
        add(campaignId, count);
        round ??= flushLater();
      },
      async tally(campaignId) {
        await flush();
        return entries.tally(campaignId);
      },
    },
    async close() {
      closing.abort();
      await round;
      await flush();
    },
  };
}
