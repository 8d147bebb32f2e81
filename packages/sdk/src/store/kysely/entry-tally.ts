import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Tables } from './tables.js';
import type { EntryTallyRow } from './tally-table.js';

/** Figures of a campaign that nobody else can change. */
export type LockedTally = Pick<EntryTallyRow, 'campaignId' | 'rushUntil'>;

/**
 * Makes sure that the campaign has its figures, and locks their row: where several writers work at once, it is
 * the one sequencer of the campaign, and a batch never waits for a batch that waits for it.
 */
export async function lockTally(trx: Transaction<Tables>, campaignId: string): Promise<LockedTally> {
  return trx
    .insertInto('entryTally')
    .values({
      campaignId,
      accepted: 0,
      duplicates: 0,
      refused: 0,
      visitors: 0,
      marketingConsents: 0,
      stock: null,
      remaining: null,
      granted: 0,
      returned: 0,
      ended: 0,
      rushUntil: null,
      setAside: 0,
    })
    .onConflict((conflict) => conflict.column('campaignId').doUpdateSet({ granted: 0 }))
    .returning(['campaignId', 'rushUntil'])
    .executeTakeFirstOrThrow();
}

/** Counts what a batch came to. */
export async function countBatch(
  trx: Transaction<Tables>,
  campaignId: string,
  { created, duplicates }: { created: readonly SealedEntry[]; duplicates: number },
): Promise<void> {
  const visitors = created.filter(({ visited }) => visited).length;
  const consents = created.filter(({ marketingConsent }) => marketingConsent).length;
  if (visitors + consents + duplicates === 0) return;
  await trx
    .updateTable('entryTally')
    .set(({ eb }) => ({
      visitors: eb('visitors', '+', visitors),
      marketingConsents: eb('marketingConsents', '+', consents),
      duplicates: eb('duplicates', '+', duplicates),
    }))
    .where('campaignId', '=', campaignId)
    .execute();
}
