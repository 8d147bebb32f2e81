import type { Kysely } from 'kysely';
import type { StoredEntry } from '../entry-repository.js';
import { parseEntry, storedColumns } from './entry-rows.js';
import { findEntries } from './find-entries.js';
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
  const rows = await findEntries(db, {
    campaignId,
    by: 'idempotencyKey',
    values: keys,
    columns: [...storedColumns, 'idempotencyKey', 'requestHash'],
  });
  return new Map(
    rows.map(({ idempotencyKey, requestHash, ...row }) => [
      String(idempotencyKey),
      { requestHash, entry: parseEntry(row) },
    ]),
  );
}
