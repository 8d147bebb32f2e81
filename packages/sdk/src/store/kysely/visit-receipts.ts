import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Tables } from './tables.js';

/**
 * Spends the receipts of newcomers: one receipt, one bonus. Entries without a receipt cost no statement.
 *
 * @returns those whose receipt was spent before: they have not entered.
 */
export async function spendReceipts(
  trx: Transaction<Tables>,
  newcomers: readonly SealedEntry[],
): Promise<SealedEntry[]> {
  const shown = newcomers.flatMap((entry) =>
    entry.receiptHash === undefined ? [] : [{ entry, receiptHash: entry.receiptHash }],
  );
  if (shown.length === 0) return [];
  const rows = await trx
    .insertInto('visitReceipt')
    .values(
      shown.map(({ entry: { campaignId, id }, receiptHash }) => ({ campaignId, receiptHash, entryId: id })),
    )
    .onConflict((conflict) => conflict.columns(['campaignId', 'receiptHash']).doNothing())
    .returning('entryId')
    .execute();
  const spent = new Set(rows.map(({ entryId }) => entryId));
  return shown.flatMap(({ entry }) => (spent.has(entry.id) ? [] : [entry]));
}
