import type { Kysely } from 'kysely';
import type { StoredEntry } from '../entry-repository.js';
import { parseEntry, storedColumns } from './entry-rows.js';
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
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('entry')
    .select([...storedColumns, 'idempotencyKey', 'requestHash'])
    .where('campaignId', '=', campaignId)
    .where('idempotencyKey', 'in', keys)
    .execute();
  return new Map(
    rows.map(({ idempotencyKey, requestHash, ...row }) => [
      String(idempotencyKey),
      { requestHash, entry: parseEntry(row) },
    ]),
  );
}
