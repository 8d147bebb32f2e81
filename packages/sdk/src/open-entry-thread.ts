import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AnswerMessage, BatchMessage, EntryThreadData } from './entry-thread-messages.js';
import { StoreError } from './errors/index.js';
import type { EntryAnswer, TakeEntries } from './participate/take-entries.js';

export interface EntryThread {
  readonly take: TakeEntries;
  /** Lets it finish what it has. */
  close(): Promise<void>;
}

/** The compiled thread: Node 20 runs no TypeScript, and this file may be the source. */
const compiled = new URL('../dist/entry-thread.js', import.meta.url);

/** Nearly all a batch leaves behind is dead when it is written: a larger nursery copies less of it. Our own choice. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

interface Pending {
  readonly resolve: (answers: EntryAnswer[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes entries in a thread of its own, over a connection of its own, so that neither sealing nor the disk holds up
 * whoever is still arriving. When the thread dies, what it had is not acknowledged, and the next batch starts another.
 */
export function openEntryThread(data: EntryThreadData, script: URL = compiled): EntryThread {
  const pending = new Map<number, Pending>();
  let lastNo = 0;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const started = new Worker(script, { workerData: data, resourceLimits });
    started.on('message', settle);
    started.on('error', () => undefined); // 'exit' follows
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      for (const no of [...pending.keys()]) settle({ no, failure: 'entry thread ended' });
    });
    return started;
  }

  function settle(message: AnswerMessage): void {
    const waiting = pending.get(message.no);
    pending.delete(message.no);
    if ('answers' in message) waiting?.resolve([...message.answers]);
    else waiting?.reject(new StoreError('STORE_005', { reason: message.failure }));
  }

  return {
    take(batch) {
      worker ??= start();
      const running = worker;
      lastNo += 1;
      const no = lastNo;
      return new Promise((resolve, reject) => {
        pending.set(no, { resolve, reject });
        running.postMessage({ no, batch } satisfies BatchMessage);
      });
    },
    async close() {
      if (!worker) return;
      const gone = once(worker, 'exit');
      worker.postMessage('end');
      await gone;
    },
  };
}
