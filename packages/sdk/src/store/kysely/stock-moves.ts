import type { Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** The last piece is gone: nobody is let in any more. */
export async function closeCampaign(trx: Transaction<Tables>, campaignId: string): Promise<void> {
  await trx
    .updateTable('campaign')
    .set({ state: 'closed' })
    .where('id', '=', campaignId)
    .where('state', '=', 'open')
    .execute();
}

/** Pieces can be had again, under new numbers, and people are let in again unless the period is over. */
export async function putBack(trx: Transaction<Tables>, campaignId: string, pieces: number): Promise<void> {
  const { ended } = await trx
    .updateTable('entryTally')
    .set(({ eb }) => ({
      returned: eb('returned', '+', pieces),
      remaining: eb('remaining', '+', pieces),
    }))
    .where('campaignId', '=', campaignId)
    .returning('ended')
    .executeTakeFirstOrThrow();
  if (ended === 1) return;
  await trx
    .updateTable('campaign')
    .set({ state: 'open' })
    .where('id', '=', campaignId)
    .where('state', '=', 'closed')
    .execute();
}
