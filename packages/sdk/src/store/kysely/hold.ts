import type { Transaction } from 'kysely';
import { StoreError } from '../../errors/index.js';
import type { Hold } from '../../runs/journal.js';
import type { Tables } from './tables.js';

/**
 * First statement of every write under a hold. It is an update, so that it also locks the run's row:
 * nobody can take the run between the check and the commit.
 *
 * @throws StoreError `STORE_003` when the run has been taken since.
 */
export async function checkHold(trx: Transaction<Tables>, { runId, fence }: Hold, at: Date): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('run')
    .set({ updatedAt: at.toISOString() })
    .where('id', '=', runId)
    .where('fence', '=', fence)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('STORE_003', { runId });
}

/** For a write that needs no hold: every other write to the run and its effects waits until this one is done. */
export async function lockRun(trx: Transaction<Tables>, runId: string, at: Date): Promise<void> {
  await trx.updateTable('run').set({ updatedAt: at.toISOString() }).where('id', '=', runId).execute();
}
