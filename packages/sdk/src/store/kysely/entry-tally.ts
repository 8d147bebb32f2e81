import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Place } from './entry-rows.js';
import type { Tables } from './tables.js';

/**
 * Makes sure that the campaign has its figures, and locks their row: where several writers work at once, it is
 * the one sequencer of the campaign, and a batch never waits for a batch that waits for it.
 */
export async function lockTally(trx: Transaction<Tables>, campaignId: string): Promise<void> {
  await trx
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
    })
    .onConflict((conflict) => conflict.column('campaignId').doUpdateSet({ granted: 0 }))
    .execute();
}

export interface Grant {
  readonly places: readonly Place[];
  /** First-come only. */
  readonly stock: number | null;
  /** True when these were the last pieces. */
  readonly last: boolean;
}

/** Gives places to as many as there is stock for, all of them when nothing is limited, in one statement. */
export async function grantPlaces(
  trx: Transaction<Tables>,
  campaignId: string,
  wanted: number,
): Promise<Grant> {
  const tally = await trx
    .updateTable('entryTally')
    .set(({ eb, ref, or }) => {
      const enough = or([eb('remaining', 'is', null), eb('remaining', '>=', wanted)]);
      const granted = eb.case().when(enough).then(wanted).else(ref('remaining').$notNull()).end();
      return {
        granted,
        accepted: eb('accepted', '+', granted),
        remaining: eb('remaining', '-', granted),
      };
    })
    .where('campaignId', '=', campaignId)
    .returning(['accepted', 'granted', 'stock', 'remaining', 'returned'])
    .executeTakeFirstOrThrow();

  const { accepted, granted, stock, remaining, returned } = tally;
  const firstSeq = accepted - granted + 1;
  const firstCoupon =
    stock === null || remaining === null ? undefined : stock + returned - remaining - granted + 1;
  const places = Array.from({ length: granted }, (_, index) => ({
    seq: firstSeq + index,
    couponNo: firstCoupon === undefined ? undefined : firstCoupon + index,
  }));
  return { places, stock, last: granted > 0 && remaining === 0 };
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
