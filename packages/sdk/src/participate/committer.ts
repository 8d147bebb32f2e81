import { StoreError } from '../errors/index.js';

/** What a committer needs to know of what it queues. */
export interface Arrived {
  readonly arrivalNo: number;
}

export interface CommitterOptions<Item, Outcome> {
  /** Writes a batch and gives one outcome for each, in its order, once all of it is on disk. */
  readonly commit: (batch: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Entries that share one commit. @defaultValue 512 */
  readonly maxBatch?: number;
  /** Entries that may wait; more are turned away at once. @defaultValue 20_000 */
  readonly maxQueue?: number;
  /** Batches handed out before the first of them is written; `commit` must write them in this order. @defaultValue 1 */
  readonly maxInFlight?: number;
}

/** Turns a crowd into few commits. */
export interface Committer<Item, Outcome> {
  /**
   * Resolves when the entry's outcome is on disk.
   * @throws StoreError `STORE_005` when it was not acknowledged: it is safe to send again
   */
  submit(item: Item): Promise<Outcome>;
  /** Resolves when nobody waits any more. */
  drain(): Promise<void>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What one entry a commit costs is shared by all that arrive while the commit before is under way.
 *
 * Those who wait do so in the order of their arrival, also when reading one of them took longer. Nobody waits for a
 * request that is still being read: one slow sender would hold up the crowd. So whoever was answered before another
 * even arrived is always before that one; two who are under way together are in order of arrival as far as both wait.
 */
export function createCommitter<Item extends Arrived, Outcome>({
  commit,
  maxBatch = 512,
  maxQueue = 20_000,
  maxInFlight = 1,
}: CommitterOptions<Item, Outcome>): Committer<Item, Outcome> {
  const queue: Waiting<Item, Outcome>[] = [];
  const idle: (() => void)[] = [];
  let scheduled = false;
  let inFlight = 0;

  async function flush(): Promise<void> {
    if (queue.length === 0 || inFlight >= maxInFlight) return;
    inFlight += 1;
    await settle(queue.splice(0, maxBatch), commit);
    inFlight -= 1;
    if (queue.length + inFlight === 0) for (const resolve of idle.splice(0)) resolve();
    else schedule();
  }

  /**
   * After the requests that are already on the wire have been read, so that they share the commit. A full batch does not
   * wait for them: of a crowd there are ten thousand, and whoever writes would have nothing to do meanwhile.
   */
  function schedule(): void {
    if (queue.length >= maxBatch) void flush();
    if (scheduled || queue.length === 0 || inFlight >= maxInFlight) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      void flush();
    });
  }

  return {
    submit(item) {
      if (queue.length >= maxQueue) {
        return Promise.reject(new StoreError('STORE_005', { reason: 'queue is full' }, { retryAfterMs }));
      }
      return new Promise((resolve, reject) => {
        enqueue(queue, { item, resolve, reject });
        schedule();
      });
    },
    async drain() {
      if (queue.length + inFlight > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

/** Most come in order already, so the place is nearly always the last. */
function enqueue<Item extends Arrived, Outcome>(
  queue: Waiting<Item, Outcome>[],
  waiting: Waiting<Item, Outcome>,
): void {
  let place = queue.length;
  while (place > 0 && (queue[place - 1]?.item.arrivalNo ?? 0) > waiting.item.arrivalNo) place -= 1;
  if (place === queue.length) queue.push(waiting);
  else queue.splice(place, 0, waiting);
}

/** Our own choice: a full queue of 20,000 is worked off in well under this. */
const retryAfterMs = 2_000;

async function settle<Item, Outcome>(
  batch: readonly Waiting<Item, Outcome>[],
  commit: CommitterOptions<Item, Outcome>['commit'],
): Promise<void> {
  try {
    const outcomes = await commit(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) resolve(outcome);
      else reject(new StoreError('STORE_005', { reason: 'no outcome' }, { retryAfterMs }));
    });
  } catch (cause) {
    const error = new StoreError('STORE_005', { reason: 'batch was not written' }, { cause, retryAfterMs });
    for (const { reject } of batch) reject(error);
  }
}
