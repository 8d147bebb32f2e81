import type { Kysely, Transaction } from 'kysely';
import { BugError } from '../../errors/index.js';
import type { Hold } from '../../runs/journal.js';
import type { Json } from '../../runs/json.js';
import { toJsonText } from './columns.js';
import { parseStep } from './journal-rows.js';
import type { Tables } from './tables.js';

export async function findStep(
  db: Kysely<Tables>,
  runId: string,
  key: string,
): Promise<{ readonly result: Json } | undefined> {
  const row = await db
    .selectFrom('step')
    .select('result')
    .where('runId', '=', runId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && parseStep(row);
}

interface NewStep {
  readonly hold: Hold;
  readonly key: string;
  readonly result: Json;
  readonly at: Date;
}

/** What a run has once remembered stays. @throws BugError `BUG_001` for a second result */
export async function insertStep(
  trx: Transaction<Tables>,
  { hold, key, result, at }: NewStep,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('step')
    .values({ ...hold, key, result: toJsonText(result), recordedAt: at.toISOString() })
    .onConflict((conflict) => conflict.columns(['runId', 'key']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) {
    throw new BugError('BUG_001', { reason: `step ${key} is recorded already` });
  }
}
