import type { Transaction } from 'kysely';
import type { SealedEntry } from '../entry-repository.js';
import type { Place } from './entry-rows.js';
import type { Tables } from './tables.js';

export interface Grant {
  /** Those who have entered, in order of arrival. */
  readonly placed: readonly { readonly entry: SealedEntry; readonly place: Place }[];
  /** First-come only. */
  readonly stock: number | null;
  /** True when these were the last pieces. */
  readonly last: boolean;
}

interface Crowd {
  readonly newcomers: readonly SealedEntry[];
  /** Whoever came before this instant waits for a lottery. */
  readonly rushUntil: string | null;
}

/**
 * Gives places to as many as there is stock for, all of them when nothing is limited, in one statement. Those of the
 * first seconds all have a place and no coupon yet.
 */
export async function grantPlaces(
  trx: Transaction<Tables>,
  campaignId: string,
  { newcomers, rushUntil }: Crowd,
): Promise<Grant> {
  const inTime = newcomers.filter(({ receivedAt }) => rushUntil === null || receivedAt >= rushUntil);
  if (inTime.length < newcomers.length) await setAside(trx, campaignId, newcomers.length - inTime.length);
  const wanted = inTime.length;
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
  const late = new Set(inTime.slice(granted));
  const served = new Map(inTime.slice(0, granted).map((entry, index) => [entry, index]));
  const created = newcomers.filter((entry) => !late.has(entry));
  const firstSeq = accepted - created.length + 1;
  const firstCoupon =
    stock === null || remaining === null ? undefined : stock + returned - remaining - granted + 1;
  const placed = created.map((entry, index) => {
    const turn = served.get(entry);
    const couponNo = turn === undefined || firstCoupon === undefined ? undefined : firstCoupon + turn;
    return { entry, place: { seq: firstSeq + index, couponNo } };
  });
  return { placed, stock, last: granted > 0 && remaining === 0 };
}

/** A piece for each, as long as there are any: whoever comes without one still takes part. */
async function setAside(trx: Transaction<Tables>, campaignId: string, waiting: number): Promise<void> {
  await trx
    .updateTable('entryTally')
    .set(({ eb, ref }) => {
      const left = ref('remaining').$notNull();
      const pieces = eb.case().when('remaining', '<', waiting).then(left).else(waiting).end();
      return {
        accepted: eb('accepted', '+', waiting),
        remaining: eb('remaining', '-', pieces),
        setAside: eb('setAside', '+', pieces),
      };
    })
    .where('campaignId', '=', campaignId)
    .execute();
}
