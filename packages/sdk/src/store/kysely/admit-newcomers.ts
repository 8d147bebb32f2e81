import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Tables } from './tables.js';
import { spendReceipts } from './visit-receipts.js';

interface Admission {
  /** Whose phone is new, in order of arrival. */
  readonly newcomers: readonly SealedEntry[];
  /** Whose phone is new and whose receipt is not: they have not entered and may send again without it. */
  readonly late: readonly SealedEntry[];
}

/**
 * Lets the first of each phone in and spends receipts. A refusal frees its phone for another request of the same batch,
 * so those are looked at once more; each round refuses one at least, and without receipts there is one round.
 *
 * @param entered - Phones that are in already.
 */
export async function admitNewcomers(
  trx: Transaction<Tables>,
  fresh: readonly SealedEntry[],
  entered: Iterable<string>,
): Promise<Admission> {
  const taken = new Set(entered);
  const admitted = new Set<SealedEntry>();
  const refused = new Set<SealedEntry>();
  let waiting = fresh;
  for (;;) {
    const first = waiting.filter(({ blindIndex }) => !taken.has(blindIndex) && taken.add(blindIndex));
    const late = await spendReceipts(trx, first);
    for (const entry of first) admitted.add(entry);
    if (late.length === 0) break;
    for (const entry of late) {
      taken.delete(entry.blindIndex);
      admitted.delete(entry);
      refused.add(entry);
    }
    waiting = waiting.filter((entry) => !admitted.has(entry) && !refused.has(entry));
  }
  return { newcomers: fresh.filter((entry) => admitted.has(entry)), late: [...refused] };
}
