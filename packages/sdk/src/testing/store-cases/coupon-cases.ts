import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { aCampaignId, anInstant, aSealedEntry } from '../fixtures.js';
import { addOne, couponsOf, firstCome, kinds, lottery, range } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

const early = '2026-12-05T03:00:00.000Z';
const later = '2026-12-05T04:00:00.000Z';
const never = { since: '2999-01-01T00:00:00.000Z' };

const stockNow = (store: Store) => store.coupons.stock(aCampaignId, never);
const stateOf = async (store: Store) => (await store.campaigns.find(aCampaignId))?.state;
const giveBackAll = (store: Store) => store.coupons.giveBack(aCampaignId, { at: later, issuedUntil: early });

/** Coupons: held, then used or given back, once. */
export const couponCases: readonly StoreCase[] = [
  {
    name: 'knows the coupons it gave, in order, and whose they are',
    async check(store) {
      await firstCome(store, 3);
      await store.entries.add([aSealedEntry(7), aSealedEntry(5)]);

      const given = [
        { couponNo: 1, entryId: aSealedEntry(7).id, issuedAt: anInstant },
        { couponNo: 2, entryId: aSealedEntry(5).id, issuedAt: anInstant },
      ];
      expect(await store.coupons.list(aCampaignId)).toEqual(given);
      expect(await store.coupons.find(aCampaignId, 2)).toEqual(given[1]);
      expect(await store.coupons.find(aCampaignId, 3)).toBeUndefined();
      expect(await stockNow(store)).toEqual({
        stock: 3,
        remaining: 1,
        setAside: 0,
        returned: 0,
        returnedLately: 0,
        redeemed: 0,
      });
    },
  },
  {
    name: 'has no coupons in a lottery',
    async check(store) {
      await lottery(store);
      await addOne(store, aSealedEntry(1));

      expect([await store.coupons.list(aCampaignId), await stockNow(store)]).toEqual([[], undefined]);
      expect(await store.coupons.redeem(aCampaignId, 1, { at: later })).toEqual({ kind: 'unknown' });
    },
  },
  {
    name: 'marks a coupon used once and then tells when that was',
    async check(store) {
      await firstCome(store, 2);
      await addOne(store, aSealedEntry(1));
      const first = await store.coupons.redeem(aCampaignId, 1, { at: early });
      const second = await store.coupons.redeem(aCampaignId, 1, { at: later });

      const coupon = { couponNo: 1, end: { state: 'redeemed', at: early } };
      expect([first, second]).toMatchObject([
        { kind: 'redeemed', coupon },
        { kind: 'over', coupon },
      ]);
      expect(await stockNow(store)).toMatchObject({ remaining: 1, redeemed: 1 });
    },
  },
  {
    name: 'gives one success to fifty who use a coupon at once',
    async check(store) {
      await firstCome(store, 2);
      await addOne(store, aSealedEntry(1));
      const tries = await Promise.all(
        range(50).map(() => store.coupons.redeem(aCampaignId, 1, { at: later })),
      );

      expect(tries.filter(({ kind }) => kind === 'redeemed')).toHaveLength(1);
      expect(tries.filter(({ kind }) => kind === 'over')).toHaveLength(49);
    },
  },
  {
    name: 'does not take a coupon that was held for too long, also before it is given back',
    async check(store) {
      await firstCome(store, 2);
      await addOne(store, aSealedEntry(1));
      const late = await store.coupons.redeem(aCampaignId, 1, { at: later, issuedAfter: early });

      expect(late.kind).toBe('expired');
      expect((await store.coupons.find(aCampaignId, 1))?.end).toBeUndefined();
    },
  },
  {
    name: 'gives what came back to the next person under a new number',
    async check(store) {
      await firstCome(store, 2);
      await store.entries.add([aSealedEntry(1), aSealedEntry(2)]);
      await store.coupons.redeem(aCampaignId, 2, { at: early });
      const back = await giveBackAll(store);
      const outcomes = await store.entries.add([aSealedEntry(3), aSealedEntry(4)]);

      expect([back, couponsOf(outcomes), kinds(outcomes)]).toEqual([1, [3], ['created', 'sold_out']]);
      expect(await store.coupons.redeem(aCampaignId, 1, { at: later })).toMatchObject({
        kind: 'over',
        coupon: { end: { state: 'returned', at: later } },
      });
    },
  },
  {
    name: 'gives back only what was held for too long, and each piece once',
    async check(store) {
      await firstCome(store, 3);
      await store.entries.add([aSealedEntry(1), aSealedEntry(2, { receivedAt: later })]);
      const returns = await Promise.all(range(10).map(() => giveBackAll(store)));

      expect(returns.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await stockNow(store)).toMatchObject({ remaining: 2, returned: 1 });
      expect(await store.coupons.stock(aCampaignId, { since: later })).toMatchObject({ returnedLately: 1 });
    },
  },
  {
    name: 'lets one of a redeem and a return have the coupon',
    async check(store) {
      await firstCome(store, 20);
      await store.entries.add(range(20).map((no) => aSealedEntry(no)));
      const uses = range(20).map((no) => store.coupons.redeem(aCampaignId, no, { at: later }));
      const [back, ...used] = await Promise.all([giveBackAll(store), ...uses]);

      const redeemed = used.filter(({ kind }) => kind === 'redeemed').length;
      expect(redeemed + Number(back)).toBe(20);
      expect(await stockNow(store)).toMatchObject({ redeemed, returned: back, remaining: back });
    },
  },
  {
    name: 'lets people in again when something comes back, and closes again with the last piece',
    async check(store) {
      await firstCome(store, 1);
      await addOne(store, aSealedEntry(1));
      const closed = await stateOf(store);
      await giveBackAll(store);
      const open = await stateOf(store);
      await addOne(store, aSealedEntry(2));

      expect([closed, open, await stateOf(store)]).toEqual(['closed', 'open', 'closed']);
    },
  },
  {
    name: 'lets nobody in when something comes back after the period',
    async check(store) {
      await firstCome(store, 1);
      await addOne(store, aSealedEntry(1));
      await store.coupons.endPeriod(aCampaignId);

      expect([await giveBackAll(store), await stateOf(store)]).toEqual([1, 'closed']);
    },
  },
  {
    name: 'never opens a campaign that was cancelled',
    async check(store) {
      await firstCome(store, 1);
      await addOne(store, aSealedEntry(1));
      await store.campaigns.update(aCampaignId, ['closed'], { state: 'cancelled' });
      await giveBackAll(store);

      expect(await stateOf(store)).toBe('cancelled');
    },
  },
  {
    name: 'has one good staff link, and another after each renewal',
    async check(store) {
      await lottery(store);
      const first = await store.coupons.staffLink(aCampaignId);
      const renewed = await store.coupons.renewStaffLink(aCampaignId);
      const again = await store.coupons.renewStaffLink(aCampaignId);

      expect([first, renewed, again, await store.coupons.staffLink(aCampaignId)]).toEqual([1, 2, 3, 3]);
    },
  },
];
