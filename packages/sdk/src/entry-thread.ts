import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { AnswerMessage, BatchMessage, EntryThreadData } from './entry-thread-messages.js';
import { KtEventError } from './errors/index.js';
import { createTakeEntries } from './participate/take-entries.js';
import { createRandomPool } from './security/random-pool.js';
import { openSqliteEntries } from './store/sqlite/open-sqlite-entries.js';

// The thread that seals entries, commits them and signs their receipts, a batch at a time and in the order given.

const { path } = workerData as EntryThreadData;
const { entries, close } = openSqliteEntries(path);
const take = createTakeEntries({ entries, randomBytes: createRandomPool(randomBytes) });
let last: Promise<unknown> = Promise.resolve();

/** Told to end, it finishes what it has. */
parentPort?.on('message', (message: BatchMessage | 'end') => {
  last = last.then(() => (message === 'end' ? end() : answer(message)));
});

async function answer({ no, batch }: BatchMessage): Promise<void> {
  const said = await take(batch).then(
    (answers): AnswerMessage => ({ no, answers }),
    (error: unknown): AnswerMessage => ({ no, failure: reasonOf(error) }),
  );
  parentPort?.postMessage(said);
}

/** Codes only: the text of an error may hold what was to be written. */
function reasonOf(error: unknown): string {
  if (KtEventError.is(error)) return String(error.context['reason'] ?? error.code);
  return error instanceof Error ? error.name : 'unknown';
}

async function end(): Promise<void> {
  await close();
  parentPort?.close();
}
