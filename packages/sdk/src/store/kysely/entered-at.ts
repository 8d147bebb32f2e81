import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import { findEntries } from './find-entries.js';
import type { Tables } from './tables.js';

/** When those of these phones that are in already were first seen, by their blind index. */
export async function enteredAt(
  trx: Transaction<Tables>,
  campaignId: string,
  entries: readonly SealedEntry[],
): Promise<Map<string, string>> {
  const rows = await findEntries(trx, {
    campaignId,
    by: 'blindIndex',
    values: entries.map(({ blindIndex }) => blindIndex),
    columns: ['blindIndex', 'receivedAt'],
  });
  return new Map(rows.map(({ blindIndex, receivedAt }) => [String(blindIndex), receivedAt]));
}
