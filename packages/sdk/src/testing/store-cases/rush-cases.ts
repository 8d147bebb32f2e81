import { expect } from 'vitest';
import type { EntryOutcome } from '../../store/entry-repository.js';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId, aFirstComeBrief, anInstant, aSealedEntry } from '../fixtures.js';
import { addOne, couponsOf, kinds, range } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

const until = '2026-12-05T03:00:10.000Z';
const later = '2026-12-05T03:20:00.000Z';
const never = { since: '2999-01-01T00:00:00.000Z' };

async function rushOf(store: Store, stock: number): Promise<void> {
  await store.campaigns.add(aCampaign({ brief: aFirstComeBrief(stock) }));
  await store.entries.openStock(aCampaignId, stock, until);
}

/** In the first seconds, and at the very instant they end. */
const early = (no: number) => aSealedEntry(no, { receivedAt: anInstant });
const prompt = (no: number) => aSealedEntry(no, { receivedAt: until });
const idOf = (no: number) => aSealedEntry(no).id;
const stockNow = (store: Store) => store.coupons.stock(aCampaignId, never);
const give = (store: Store, nos: readonly number[]) =>
  store.rush.give(aCampaignId, { entryIds: nos.map(idOf), at: later });
const stateOf = async (store: Store) => (await store.campaigns.find(aCampaignId))?.state;
const numbersOf = async (store: Store) =>
  (await store.coupons.list(aCampaignId)).map(({ couponNo, entryId }) => [couponNo, entryId]);
const isCreated = ({ kind }: EntryOutcome) => kind === 'created';

/** The lottery among those of the first seconds. */
export const rushCases: readonly StoreCase[] = [
  {
    name: 'takes everybody of the first seconds, without a coupon yet, however few pieces there are',
    async check(store) {
      await rushOf(store, 2);
      const outcomes = await store.entries.add(range(5).map(early));

      expect(outcomes.every(isCreated)).toBe(true);
      expect(couponsOf(outcomes)).toEqual(range(5).map(() => undefined));
      expect(await stockNow(store)).toMatchObject({ remaining: 0, setAside: 2, rushUntil: until });
      expect(await stateOf(store)).toBe('open');
    },
  },
  {
    name: 'serves those who come after the first seconds in order, with what these leave',
    async check(store) {
      await rushOf(store, 5);
      const outcomes = await store.entries.add([early(1), early(2), ...[3, 4, 5, 6].map(prompt)]);

      expect(couponsOf(outcomes)).toEqual([undefined, undefined, 3, 4, 5]);
      expect(kinds(outcomes).at(-1)).toBe('sold_out');
      const kept = await store.entries.list(aCampaignId);
      expect(kept.map(({ seq }) => seq)).toEqual(range(5));
    },
  },
  {
    name: 'still lets one of the first seconds take part who was on the way, and none once these are ended',
    async check(store) {
      await rushOf(store, 3);
      await store.entries.add([early(1), prompt(2), prompt(3)]);
      const slow = await addOne(store, early(4));
      await store.rush.end(aCampaignId);
      const slower = await addOne(store, early(5));

      expect([slow.kind, slower.kind]).toEqual(['created', 'sold_out']);
      expect(await stockNow(store)).toMatchObject({ remaining: 0, setAside: 1 });
    },
  },
  {
    name: 'closes when the first seconds end with nothing left for others, and goes on otherwise',
    async check(store) {
      await rushOf(store, 2);
      await addOne(store, early(1));
      const first = await store.rush.end(aCampaignId);
      const open = await stateOf(store);
      await addOne(store, prompt(2));
      const again = await store.rush.end(aCampaignId);

      expect([first, open, again, await stateOf(store)]).toEqual([1, 'open', 1, 'closed']);
    },
  },
  {
    name: 'gives the pieces set aside once, under numbers that nobody has',
    async check(store) {
      await rushOf(store, 4);
      await store.entries.add([early(1), prompt(2), early(3), prompt(4)]);
      await store.entries.add([early(5)]);
      await store.rush.end(aCampaignId);
      await Promise.all([give(store, [5, 1]), give(store, [5, 1])]);

      const mine = await numbersOf(store);
      expect(mine.map(([no]) => no)).toEqual(range(4));
      expect(mine.filter(([, id]) => id === idOf(5) || id === idOf(1)).map(([, id]) => id)).toEqual([
        idOf(5),
        idOf(1),
      ]);
      expect(await stockNow(store)).toMatchObject({ stock: 4, remaining: 0, setAside: 0 });
      expect(await store.rush.place(aCampaignId, idOf(3))).toEqual({ state: 'lost' });
      expect(await store.rush.place(aCampaignId, idOf(5))).toMatchObject({ state: 'won' });
    },
  },
  {
    name: 'says that an entry waits until its lottery is decided',
    async check(store) {
      await rushOf(store, 1);
      await store.entries.add([early(1), early(2)]);
      const during = await store.rush.place(aCampaignId, idOf(1));
      await store.rush.end(aCampaignId);
      const before = await store.rush.place(aCampaignId, idOf(1));
      await give(store, [2]);

      expect([during, before]).toEqual([{ state: 'waiting' }, { state: 'waiting' }]);
      expect(await store.rush.place(aCampaignId, idOf(2))).toEqual({ state: 'won', couponNo: 1 });
    },
  },
  {
    name: 'lets everybody have what the lottery does not need, under a new number',
    async check(store) {
      await rushOf(store, 2);
      await store.entries.add([early(1), early(2)]);
      await store.rush.end(aCampaignId);
      await give(store, [2]);
      const reopened = await stateOf(store);
      const next = await addOne(store, prompt(3));

      expect([reopened, couponsOf([next])]).toEqual(['open', [3]]);
    },
  },
  {
    name: 'holds, uses and gives back a coupon that was won as any other, from when it was won',
    async check(store) {
      await rushOf(store, 2);
      await store.entries.add([early(1), early(2)]);
      await store.rush.end(aCampaignId);
      await give(store, [1, 2]);
      const tooSoon = await store.coupons.giveBack(aCampaignId, { at: later, issuedUntil: anInstant });
      const used = await store.coupons.redeem(aCampaignId, 1, { at: later, issuedAfter: anInstant });
      const back = await store.coupons.giveBack(aCampaignId, { at: later, issuedUntil: later });

      expect([tooSoon, used.kind, back]).toEqual([0, 'redeemed', 1]);
      expect(used).toMatchObject({ coupon: { entryId: idOf(1), issuedAt: later } });
    },
  },
  {
    name: 'draws lots among those without a coupon only',
    async check(store) {
      await rushOf(store, 3);
      await store.entries.add([early(1), prompt(2), early(3)]);
      const lines = await store.entryPages.byId(aCampaignId, { after: undefined, limit: 10 });

      expect(lines.map(({ id }) => id)).toEqual([idOf(1), idOf(3)].sort());
    },
  },
];
