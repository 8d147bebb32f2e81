import { expect } from 'vitest';
import { aCampaign, aCampaignId, anInsight, aSealedEntry } from '../fixtures.js';
import type { StoreCase } from './store-case.js';

/** What campaigns leave for the next plans. */
export const lessonCases: readonly StoreCase[] = [
  {
    name: 'gives insights of one store newest first, rehearsals apart',
    async check(store) {
      const later = { campaignId: 'cmp-000000000002', at: '2026-12-06T00:00:00Z' };
      await store.outcomes.saveInsight(anInsight());
      await store.outcomes.saveInsight(anInsight(later));
      await store.outcomes.saveInsight(anInsight({ campaignId: 'cmp-000000000003', rehearsal: true }));
      await store.outcomes.saveInsight(anInsight({ campaignId: 'cmp-000000000004', storeKey: 'other' }));

      const { storeKey } = anInsight();
      const real = await store.outcomes.insights(storeKey, { rehearsal: false });
      const rehearsed = await store.outcomes.insights(storeKey, { rehearsal: true });
      expect(real.map(({ campaignId }) => campaignId)).toEqual([later.campaignId, aCampaignId]);
      expect(rehearsed).toHaveLength(1);
    },
  },
  {
    name: 'gives the lessons of a trade to those who ask, from stores that agreed and are not their own',
    async check(store) {
      const cafe = { industry: 'cafe', shared: true } as const;
      await store.outcomes.saveInsight(anInsight(cafe));
      await store.outcomes.saveInsight(anInsight({ ...cafe, campaignId: 'cmp-000000000002', storeKey: 'b' }));
      await store.outcomes.saveInsight(
        anInsight({ ...cafe, campaignId: 'cmp-000000000003', storeKey: 'c', shared: false }),
      );
      await store.outcomes.saveInsight(
        anInsight({ ...cafe, campaignId: 'cmp-000000000004', storeKey: 'd', industry: 'salon' }),
      );
      await store.outcomes.saveInsight(
        anInsight({ ...cafe, campaignId: 'cmp-000000000005', storeKey: 'e', rehearsal: true }),
      );

      const except = anInsight().storeKey;
      const heard = await store.outcomes.sharedInsights('cafe', { rehearsal: false, except });
      expect(heard.map(({ storeKey }) => storeKey)).toEqual(['b']);
    },
  },
  {
    name: 'counts entries by the day of Seoul on which they came',
    async check(store) {
      await store.campaigns.add(aCampaign());
      const at = ['2026-12-04T14:59:59.000Z', '2026-12-04T15:00:00.000Z', '2026-12-05T14:59:59.000Z'];
      await store.entries.add(at.map((receivedAt, no) => aSealedEntry(no, { receivedAt })));

      expect(await store.entries.byDay(aCampaignId)).toEqual([
        { day: '2026-12-04', entered: 1 },
        { day: '2026-12-05', entered: 2 },
      ]);
      expect(await store.entries.byDay('cmp-other0000000')).toEqual([]);
    },
  },
  {
    name: 'adds up where participants came from, place by place',
    async check(store) {
      await store.campaigns.add(aCampaign());
      await store.places.count(aCampaignId, { 'opened:instagram': 3, 'opened:print': 2 });
      await store.places.count(aCampaignId, { 'opened:instagram': 1, 'entered:instagram': 2 });
      await store.places.count(aCampaignId, {});

      expect(await store.places.tally(aCampaignId)).toEqual([
        { place: 'instagram', opened: 4, entered: 2 },
        { place: 'print', opened: 2, entered: 0 },
      ]);
    },
  },
];
