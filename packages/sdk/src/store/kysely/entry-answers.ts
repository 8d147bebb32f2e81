import type { Kysely } from 'kysely';
import type { StoredEntry } from '../entry-repository.js';
import { entryColumns, parseEntry } from './entry-rows.js';
import { findMany } from './find-many.js';
import type { Tables } from './tables.js';

/** What was answered to a request, by its idempotency key. */
interface GivenAnswer {
  readonly requestHash: string;
  readonly entry: StoredEntry;
}

export async function answersGiven(
  db: Kysely<Tables>,
  campaignId: string,
  keys: readonly string[],
): Promise<Map<string, GivenAnswer>> {
  const rows = await findMany(db, {
    table: 'entry',
    campaignId,
    by: 'idempotencyKey',
    values: keys,
    columns: entryColumns,
  });
  return new Map(
    rows.map(({ idempotencyKey, requestHash, ...row }) => [
      String(idempotencyKey),
      { requestHash, entry: parseEntry(row) },
    ]),
  );
}
