import { StoreError } from '../errors/index.js';
import type { EntryOutcome, EntryRepository, SealedEntry } from '../store/entry-repository.js';

export interface CommitterOptions {
  readonly entries: Pick<EntryRepository, 'add'>;
  /** Entries that share one commit. @defaultValue 512 */
  readonly maxBatch?: number;
  /** Entries that may wait; more are turned away at once. @defaultValue 20_000 */
  readonly maxQueue?: number;
}

/** Turns a crowd into few commits. */
export interface Committer {
  /**
   * Resolves when the entry's outcome is on disk.
   * @throws StoreError `STORE_005` when nothing of it was stored: it is safe to send again
   */
  submit(entry: SealedEntry): Promise<EntryOutcome>;
}

interface Waiting {
  readonly entry: SealedEntry;
  readonly resolve: (outcome: EntryOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** What one entry a commit costs is shared by all that arrive while the commit before is under way. */
export function createCommitter({ entries, maxBatch = 512, maxQueue = 20_000 }: CommitterOptions): Committer {
  const queue: Waiting[] = [];
  let scheduled = false;

  async function flush(): Promise<void> {
    const batch = queue.splice(0, maxBatch);
    await commit(batch, entries);
    scheduled = false;
    if (queue.length > 0) schedule();
  }

  /** After the requests that are already on the wire have been read, so that they share the commit. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => void flush());
  }

  return {
    submit(entry) {
      if (queue.length >= maxQueue) {
        return Promise.reject(new StoreError('STORE_005', { reason: 'queue is full' }, { retryAfterMs }));
      }
      return new Promise((resolve, reject) => {
        queue.push({ entry, resolve, reject });
        schedule();
      });
    },
  };
}

/** Our own choice: a full queue of 20,000 is worked off in well under this. */
const retryAfterMs = 2_000;

async function commit(batch: readonly Waiting[], entries: Pick<EntryRepository, 'add'>): Promise<void> {
  try {
    const outcomes = await entries.add(batch.map(({ entry }) => entry));
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome) resolve(outcome);
      else reject(new StoreError('STORE_005', { reason: 'no outcome' }));
    });
  } catch (cause) {
    const error = new StoreError('STORE_005', { reason: 'batch was not written' }, { cause, retryAfterMs });
    for (const { reject } of batch) reject(error);
  }
}
