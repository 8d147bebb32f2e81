import type { Kysely, Transaction } from 'kysely';
import type { RushPlace, RushRepository } from '../rush-repository.js';
import { lockTally } from './entry-tally.js';
import { closeCampaign, putBack } from './stock-moves.js';
import type { Tables } from './tables.js';

export function createRushRepository(db: Kysely<Tables>): RushRepository {
  return {
    end: (campaignId) => db.transaction().execute((trx) => end(trx, campaignId)),
    give: (campaignId, given) => db.transaction().execute((trx) => give(trx, { campaignId, ...given })),
    place: (campaignId, entryId) => placeOf(db, campaignId, entryId),
  };
}

async function end(trx: Transaction<Tables>, campaignId: string): Promise<number> {
  await lockTally(trx, campaignId);
  const { setAside, remaining } = await trx
    .updateTable('entryTally')
    .set({ rushUntil: null })
    .where('campaignId', '=', campaignId)
    .returning(['setAside', 'remaining'])
    .executeTakeFirstOrThrow();
  if (remaining === 0) await closeCampaign(trx, campaignId);
  return setAside;
}

interface Gift {
  readonly campaignId: string;
  readonly entryIds: readonly string[];
  readonly at: string;
}

async function give(trx: Transaction<Tables>, { campaignId, entryIds, at }: Gift): Promise<void> {
  await lockTally(trx, campaignId);
  const { setAside } = await tallyOf(trx, campaignId);
  if (setAside === 0) return;
  const numbers = await numbersSetAside(trx, campaignId);
  const rows = entryIds.flatMap((entryId, index) => {
    const couponNo = numbers[index];
    return couponNo === undefined ? [] : [{ campaignId, couponNo, entryId, at }];
  });
  if (rows.length > 0) await trx.insertInto('rushCoupon').values(rows).execute();
  await trx.updateTable('entryTally').set({ setAside: 0 }).where('campaignId', '=', campaignId).execute();
  const over = setAside - rows.length;
  if (over > 0) await putBack(trx, campaignId, over);
}

/** Numbers up to the last one taken that nobody has: those who came later took theirs beyond or between them. */
async function numbersSetAside(trx: Transaction<Tables>, campaignId: string): Promise<number[]> {
  const { stock, returned, remaining } = await tallyOf(trx, campaignId);
  const last = (stock ?? 0) + returned - (remaining ?? 0);
  const rows = await trx
    .selectFrom('coupon')
    .select('couponNo')
    .where('campaignId', '=', campaignId)
    .execute();
  const taken = new Set(rows.map(({ couponNo }) => couponNo));
  return Array.from({ length: last }, (_, index) => index + 1).filter((no) => !taken.has(no));
}

async function placeOf(db: Kysely<Tables>, campaignId: string, entryId: string): Promise<RushPlace> {
  const won = await db
    .selectFrom('rushCoupon')
    .select('couponNo')
    .where('campaignId', '=', campaignId)
    .where('entryId', '=', entryId)
    .executeTakeFirst();
  if (won) return { state: 'won', couponNo: won.couponNo };
  const { rushUntil, setAside } = await tallyOf(db, campaignId);
  return { state: rushUntil === null && setAside === 0 ? 'lost' : 'waiting' };
}

function tallyOf(db: Kysely<Tables>, campaignId: string) {
  return db
    .selectFrom('entryTally')
    .select(['rushUntil', 'setAside', 'stock', 'returned', 'remaining'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirstOrThrow();
}
