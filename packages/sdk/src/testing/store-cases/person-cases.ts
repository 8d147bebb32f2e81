import { expect } from 'vitest';
import type { Resealed } from '../../store/person-repository.js';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId, aSealedEntry } from '../fixtures.js';
import type { StoreCase } from './store-case.js';

async function threeEntries(store: Store): Promise<string[]> {
  await store.campaigns.add(aCampaign());
  const sealed = [1, 2, 3].map((no) => aSealedEntry(no));
  await store.entries.add(sealed);
  return sealed.map(({ id }) => id);
}

const anew = (id: string, keyVersion: number): Resealed => ({
  id,
  keyVersion,
  sealedName: `name ${keyVersion}`,
  sealedPhone: `phone ${keyVersion}`,
  sealedSalt: `salt ${keyVersion}`,
});

const gone = (id: string, keyVersion: number): Resealed => ({
  ...anew(id, keyVersion),
  sealedName: '',
  sealedPhone: '',
  sealedSalt: '',
});

/** The persons in the entries can be sealed anew, found and destroyed; the entries stay. */
export const personCases: readonly StoreCase[] = [
  {
    name: 'lists the persons under older keys, in order of arrival, some at a time',
    async check(store) {
      const ids = await threeEntries(store);
      const { persons } = store;
      const [first] = ids as [string];
      const early = await persons.sealedBefore(aCampaignId, 1, 10);
      const some = await persons.sealedBefore(aCampaignId, 2, 2);
      await persons.reseal(aCampaignId, [anew(first, 2)]);
      const rest = await persons.sealedBefore(aCampaignId, 2, 10);

      expect([early, some, rest].map((list) => list.map(({ id }) => id))).toEqual([
        [],
        ids.slice(0, 2),
        ids.slice(1),
      ]);
    },
  },
  {
    name: 'seals a person anew, and never goes back to an older key',
    async check(store) {
      const [id] = (await threeEntries(store)) as [string];
      await store.persons.reseal(aCampaignId, [anew(id, 3)]);
      await store.persons.reseal(aCampaignId, [anew(id, 2)]);

      expect(await store.entries.find(aCampaignId, id)).toMatchObject({
        keyVersion: 3,
        sealedName: 'name 3',
        sealedPhone: 'phone 3',
        sealedSalt: 'salt 3',
      });
    },
  },
  {
    name: 'keeps an erased entry with its number, and forgets whose it was',
    async check(store) {
      const [id, other] = (await threeEntries(store)) as [string, string];
      const { blindIndex } = aSealedEntry(1);
      const before = await store.persons.find(aCampaignId, blindIndex);
      await store.persons.reseal(aCampaignId, [gone(id, 2)]);
      await store.persons.forget(aCampaignId);

      expect(before).toBe(id);
      expect(await store.persons.find(aCampaignId, blindIndex)).toBeUndefined();
      expect(await store.persons.find(aCampaignId, aSealedEntry(2).blindIndex)).toBe(other);
      expect(await store.entries.find(aCampaignId, id)).toMatchObject({ seq: 1, sealedPhone: '' });
      expect(await store.persons.count(aCampaignId)).toEqual({ kept: 2, erased: 1 });
      await store.persons.scrub();
    },
  },
  {
    name: 'finds everybody by other indexes after they have been replaced, and nobody by the old ones',
    async check(store) {
      const ids = await threeEntries(store);
      const other = (no: number) => `${no}`.repeat(64);
      await store.persons.reindex(aCampaignId, new Map(ids.map((id, no) => [id, other(no + 1)])));
      const found = await Promise.all([1, 2, 3].map((no) => store.persons.find(aCampaignId, other(no))));

      expect(found).toEqual(ids);
      expect(await store.persons.find(aCampaignId, aSealedEntry(1).blindIndex)).toBeUndefined();
    },
  },
  {
    name: 'lists those who agreed to hear of the store and whose phone is kept, and nobody else',
    async check(store) {
      await store.campaigns.add(aCampaign());
      const sealed = [1, 2, 3, 4].map((no) => ({ ...aSealedEntry(no), marketingConsent: no !== 2 }));
      await store.entries.add(sealed);
      const [first, , third, fourth] = sealed.map(({ id }) => id) as [string, string, string, string];
      await store.persons.reseal(aCampaignId, [gone(third, 2)]);

      expect((await store.persons.consenters(aCampaignId)).map(({ id }) => id)).toEqual([first, fourth]);
    },
  },
  {
    name: 'takes a consent back once, at the first time, and leaves everybody else’s as it is',
    async check(store) {
      await store.campaigns.add(aCampaign());
      const sealed = [1, 2, 3].map((no) => ({ ...aSealedEntry(no), marketingConsent: no !== 2 }));
      await store.entries.add(sealed);
      const [first, second, third] = sealed.map(({ id }) => id) as [string, string, string];
      const { persons } = store;
      const at = (day: number) => `2026-12-0${day}T03:00:00.000Z`;
      const times = [
        await persons.withdrawConsent(aCampaignId, first, at(5)),
        await persons.withdrawConsent(aCampaignId, first, at(6)),
        await persons.withdrawConsent(aCampaignId, second, at(5)),
        await persons.withdrawConsent('cmp-000000000002', third, at(5)),
        await persons.withdrawConsent(aCampaignId, 'f'.repeat(32), at(5)),
      ];

      expect(times).toEqual([at(5), at(5), undefined, undefined, undefined]);
      const listed = await persons.consenters(aCampaignId);
      expect(listed.map(({ id, marketingWithdrawnAt }) => [id, marketingWithdrawnAt])).toEqual([
        [first, at(5)],
        [third, undefined],
      ]);
      expect(listed[0]).toMatchObject({ marketingConsent: true, seq: 1 });
      expect((await persons.withdrawn()).map(({ id }) => id)).toEqual([first]);
      await persons.reseal(aCampaignId, [gone(first, 2)]);
      expect(await persons.withdrawn()).toEqual([]);
    },
  },
  {
    name: 'lists the names of secrets by their beginning',
    async check({ keys }) {
      for (const name of ['b/2', 'a/1', 'b/1']) await keys.write(name, 'sealed');

      expect(await keys.names('b/')).toEqual(['b/1', 'b/2']);
      expect(await keys.names('')).toEqual(['a/1', 'b/1', 'b/2']);
    },
  },
];
