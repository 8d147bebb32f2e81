import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { parseRow } from '../../schema/parse.js';
import type { CouponRepository, Redemption, StoredCoupon } from '../coupon-repository.js';
import { lockTally } from './entry-tally.js';
import { renewStaffLink, staffLinkOf } from './staff-links.js';
import { putBack } from './stock-moves.js';
import type { Tables } from './tables.js';

export function createCouponRepository(db: Kysely<Tables>): CouponRepository {
  return {
    async find(campaignId, couponNo) {
      const row = await coupons(db, campaignId).where('coupon.couponNo', '=', couponNo).executeTakeFirst();
      return row && toCoupon(row);
    },
    async list(campaignId) {
      return (await coupons(db, campaignId).orderBy('coupon.couponNo').execute()).map(toCoupon);
    },
    stock: (campaignId, { since }) => stockOf(db, campaignId, since),
    redeem: (campaignId, couponNo, when) => redeem(db, { campaignId, couponNo, ...when }),
    giveBack: (campaignId, when) => db.transaction().execute((trx) => giveBack(trx, { campaignId, ...when })),
    async endPeriod(campaignId) {
      await db.transaction().execute(async (trx) => {
        await lockTally(trx, campaignId);
        await trx.updateTable('entryTally').set({ ended: 1 }).where('campaignId', '=', campaignId).execute();
      });
    },
    staffLink: (campaignId) => staffLinkOf(db, campaignId),
    renewStaffLink: (campaignId) => renewStaffLink(db, campaignId),
  };
}

function coupons(db: Kysely<Tables>, campaignId: string) {
  return db
    .selectFrom('coupon')
    .leftJoin('couponEnd', (join) =>
      join
        .onRef('couponEnd.campaignId', '=', 'coupon.campaignId')
        .onRef('couponEnd.couponNo', '=', 'coupon.couponNo'),
    )
    .select(['coupon.couponNo', 'coupon.entryId', 'coupon.issuedAt'])
    .select(['couponEnd.state', 'couponEnd.at'])
    .where('coupon.campaignId', '=', campaignId);
}

const rowSchema = z.object({
  couponNo: z.int().min(1),
  entryId: z.string(),
  issuedAt: z.string(),
  state: z.enum(['redeemed', 'returned']).nullable(),
  at: z.string().nullable(),
});

function toCoupon(row: object): StoredCoupon {
  const { state, at, ...coupon } = parseRow(rowSchema, row, 'coupon');
  return { ...coupon, ...(state && at && { end: { state, at } }) };
}

async function stockOf(db: Kysely<Tables>, campaignId: string, since: string) {
  const tally = await db
    .selectFrom('entryTally')
    .select(['stock', 'remaining', 'returned', 'setAside', 'rushUntil'])
    .where('campaignId', '=', campaignId)
    .executeTakeFirst();
  if (!tally || tally.stock === null || tally.remaining === null) return undefined;
  const { stock, remaining, returned, setAside, rushUntil } = tally;
  const ended = await db
    .selectFrom('couponEnd')
    .select(({ fn, eb }) => [
      fn
        .coalesce(fn.sum<number>(eb.case().when('state', '=', 'redeemed').then(1).else(0).end()), eb.lit(0))
        .as('redeemed'),
      fn
        .coalesce(
          fn.sum<number>(
            eb
              .case()
              .when(eb.and([eb('state', '=', 'returned'), eb('at', '>=', since)]))
              .then(1)
              .else(0)
              .end(),
          ),
          eb.lit(0),
        )
        .as('returnedLately'),
    ])
    .where('campaignId', '=', campaignId)
    .executeTakeFirstOrThrow();
  const { redeemed, returnedLately } = ended;
  return {
    stock,
    remaining,
    setAside,
    ...(rushUntil !== null && { rushUntil }),
    returned,
    redeemed: Number(redeemed),
    returnedLately: Number(returnedLately),
  };
}

interface Use {
  readonly campaignId: string;
  readonly couponNo: number;
  readonly at: string;
  readonly issuedAfter?: string | undefined;
}

/** The key of `couponEnd` decides who is first, not a look at it beforehand. */
async function redeem(db: Kysely<Tables>, use: Use): Promise<Redemption> {
  const { campaignId, couponNo, at, issuedAfter = '' } = use;
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .insertInto('couponEnd')
      .columns(['campaignId', 'couponNo', 'state', 'at'])
      .expression((eb) =>
        eb
          .selectFrom('coupon')
          .select(({ val }) => ['campaignId', 'couponNo', val('redeemed').as('state'), val(at).as('at')])
          .where('campaignId', '=', campaignId)
          .where('couponNo', '=', couponNo)
          .where('issuedAt', '>', issuedAfter),
      )
      .onConflict((conflict) => conflict.columns(['campaignId', 'couponNo']).doNothing())
      .returning('couponNo')
      .execute();
    const row = await coupons(trx, campaignId).where('coupon.couponNo', '=', couponNo).executeTakeFirst();
    if (!row) return { kind: 'unknown' };
    const coupon = toCoupon(row);
    if (ended.length > 0) return { kind: 'redeemed', coupon };
    return { kind: coupon.end ? 'over' : 'expired', coupon };
  });
}

interface Return {
  readonly campaignId: string;
  readonly at: string;
  readonly issuedUntil: string;
}

async function giveBack(trx: Transaction<Tables>, { campaignId, at, issuedUntil }: Return): Promise<number> {
  await lockTally(trx, campaignId);
  const ended = await trx
    .insertInto('couponEnd')
    .columns(['campaignId', 'couponNo', 'state', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('coupon')
        .select(({ val }) => ['campaignId', 'couponNo', val('returned').as('state'), val(at).as('at')])
        .where('campaignId', '=', campaignId)
        .where('issuedAt', '<=', issuedUntil),
    )
    .onConflict((conflict) => conflict.columns(['campaignId', 'couponNo']).doNothing())
    .returning('couponNo')
    .execute();
  if (ended.length > 0) await putBack(trx, campaignId, ended.length);
  return ended.length;
}
