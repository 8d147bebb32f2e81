import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import { findMany } from './find-many.js';
import { insertMany } from './insert-many.js';
import type { Tables } from './tables.js';

type Db = Transaction<Tables>;

/** @returns those whose phone was not there yet, in order of arrival. */
export async function claim(trx: Db, entries: readonly SealedEntry[]): Promise<SealedEntry[]> {
  if (entries.length === 0) return [];
  const claims = entries.map(({ campaignId, blindIndex, id, receivedAt }) => ({
    campaignId,
    blindIndex,
    entryId: id,
    receivedAt,
  }));
  const claimed = await insertMany(trx, {
    table: 'participant',
    columns: ['campaignId', 'blindIndex', 'entryId', 'receivedAt'],
    rows: claims,
    unique: ['campaignId', 'blindIndex'],
    id: 'entryId',
  });
  return entries.filter(({ id }) => claimed.delete(id));
}

/** Who came too late has not entered and may be told so again. */
export async function unclaim(trx: Db, campaignId: string, late: readonly SealedEntry[]): Promise<void> {
  if (late.length === 0) return;
  const phones = late.map(({ blindIndex }) => blindIndex);
  await trx
    .deleteFrom('participant')
    .where('campaignId', '=', campaignId)
    .where('blindIndex', 'in', phones)
    .execute();
}

/** When the phones of these entries were first seen. */
export async function claimTimes(
  trx: Db,
  campaignId: string,
  entries: readonly SealedEntry[],
): Promise<Map<string, string>> {
  const rows = await findMany(trx, {
    table: 'participant',
    campaignId,
    by: 'blindIndex',
    values: entries.map(({ blindIndex }) => blindIndex),
    columns: ['blindIndex', 'receivedAt'],
  });
  return new Map(rows.map(({ blindIndex, receivedAt }) => [blindIndex, receivedAt]));
}
