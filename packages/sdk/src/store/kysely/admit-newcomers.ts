import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import { claim, unclaim } from './entry-claims.js';
import type { Tables } from './tables.js';
import { spendReceipts } from './visit-receipts.js';

interface Admission {
  /** Whose phone is new, in order of arrival. */
  readonly newcomers: readonly SealedEntry[];
  /** Whose phone is new and whose receipt is not: they have not entered and may send again without it. */
  readonly late: readonly SealedEntry[];
}

/**
 * Claims phones and spends receipts. A refusal frees its phone for another request of the same batch, so those are
 * looked at once more; each round refuses one at least, and without receipts there is one round.
 */
export async function admitNewcomers(
  trx: Transaction<Tables>,
  campaignId: string,
  fresh: readonly SealedEntry[],
): Promise<Admission> {
  const admitted = new Set<SealedEntry>();
  const refused = new Set<SealedEntry>();
  let waiting = fresh;
  for (;;) {
    const claimed = await claim(trx, waiting);
    const late = await spendReceipts(trx, claimed);
    for (const entry of claimed) admitted.add(entry);
    if (late.length === 0) break;
    await unclaim(trx, campaignId, late);
    for (const entry of late) {
      admitted.delete(entry);
      refused.add(entry);
    }
    waiting = waiting.filter((entry) => !admitted.has(entry) && !refused.has(entry));
  }
  return { newcomers: fresh.filter((entry) => admitted.has(entry)), late: [...refused] };
}
