import { KtEventError } from '../../errors/index.js';
import type { Participation } from '../../schema/entry.js';
import type { Answer, History, Operation } from './history.js';

/** One request that will be made. */
export interface Attempt {
  readonly person: string;
  readonly key: string;
  readonly body: string;
  /** @throws KtEventError for everything but a receipt */
  send(): Promise<Participation>;
}

/** Makes requests, as many at a time as there are in a wave, and writes down what their senders see, in order. */
export async function recordHistory(waves: readonly (readonly Attempt[])[]): Promise<Operation[]> {
  let tick = 0;
  const operations: Operation[] = [];
  const record = async ({ person, key, body, send }: Attempt) => {
    tick += 1;
    const invokedMs = tick;
    const answer = await send().then(toAnswer, toRefusal);
    tick += 1;
    const returnedMs = answer ? tick : Number.POSITIVE_INFINITY;
    operations.push({ person, key, body, invokedMs, returnedMs, ...(answer && { answer }) });
  };
  for (const wave of waves) await Promise.all(wave.map(record));
  return operations;
}

function toAnswer({ receipt, replayed }: Participation): Answer {
  return { kind: replayed ? 'replayed' : 'created', receipt, text: JSON.stringify(receipt) };
}

const refusals: Readonly<Record<string, Exclude<Answer['kind'], 'created' | 'replayed'>>> = {
  USER_004: 'duplicate',
  USER_005: 'closed',
  USER_006: 'sold_out',
  USER_009: 'key_reused',
};

/** @returns nothing when the sender cannot know what came of it, and rethrows what no sender should see */
function toRefusal(error: unknown): Answer | undefined {
  const code = KtEventError.is(error) ? error.code : 'unknown';
  const kind = refusals[code];
  if (kind) return { kind };
  if (code.startsWith('STORE_')) return undefined;
  throw error;
}

/** Texts of the answers to granted requests, sent once more. */
export function repeatsOf(operations: readonly Operation[]): History['aftermath']['repeats'] {
  return new Map(
    operations.flatMap(({ key, answer }) =>
      answer && 'text' in answer ? [[key, answer.text] as const] : [],
    ),
  );
}
