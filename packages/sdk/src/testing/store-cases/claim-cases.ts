import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId } from '../fixtures.js';
import type { StoreCase } from './store-case.js';

const other = 'cmp-000000000002';
const claim = { storeKey: '1248100998', mode: 'live', channel: 'instagram', wordsHash: 'c'.repeat(64) };

async function twoCampaigns({ campaigns }: Store): Promise<void> {
  await campaigns.add(aCampaign());
  await campaigns.add(aCampaign({ id: other, slug: 'latte2' }));
}

/** The same words go out once: by one campaign, whoever asks at the same time. */
export const claimCases: readonly StoreCase[] = [
  {
    name: 'gives the same words to one campaign, however many ask at once',
    async check(store) {
      await twoCampaigns(store);
      const asked = [aCampaignId, other, aCampaignId, other];
      const holders = await Promise.all(asked.map((id) => store.claims.take(claim, id)));

      expect(new Set(holders).size).toBe(1);
    },
  },
  {
    name: 'keeps claims apart by store, mode, channel and words',
    async check(store) {
      await twoCampaigns(store);
      await store.claims.take(claim, aCampaignId);
      const apart = [
        { ...claim, storeKey: 'another' },
        { ...claim, mode: 'sandbox' },
        { ...claim, channel: 'naver_blog' },
        { ...claim, wordsHash: 'd'.repeat(64) },
      ];

      expect(await Promise.all(apart.map((one) => store.claims.take(one, other)))).toEqual(
        apart.map(() => other),
      );
    },
  },
  {
    name: 'hands a claim on only from the campaign that holds it',
    async check(store) {
      await twoCampaigns(store);
      await store.claims.take(claim, aCampaignId);

      await store.claims.hand(claim, other, other);
      expect(await store.claims.take(claim, other)).toBe(aCampaignId);
      await store.claims.hand(claim, aCampaignId, other);
      expect(await store.claims.take(claim, aCampaignId)).toBe(other);
    },
  },
];
