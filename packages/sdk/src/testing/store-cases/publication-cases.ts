import { expect } from 'vitest';
import type { Publication } from '../../schema/publication.js';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId, aPublication } from '../fixtures.js';
import { createRun } from './held-run.js';
import type { StoreCase } from './store-case.js';

const otherId = 'cmp-000000000002';

async function save(store: Store, ...publications: readonly Partial<Publication>[]): Promise<void> {
  await store.campaigns.add(aCampaign());
  await store.campaigns.add(aCampaign({ id: otherId, slug: 'latte2' }));
  for (const publication of publications) await store.outcomes.savePublication(aPublication(publication));
}

const places = (publications: readonly Publication[]) =>
  publications.map(({ campaignId, channel }) => [campaignId, channel]);

/** How publications are found that somebody outside knows something of, and what there is to count. */
export const publicationCases: readonly StoreCase[] = [
  {
    name: 'finds publications by the id they have at their channel now',
    async check(store) {
      await save(
        store,
        { channel: 'genie_tv', externalId: 'kt_0' },
        { channel: 'genie_tv', externalId: 'kt_1' },
        { channel: 'instagram', externalId: 'kt_1', campaignId: otherId },
        { channel: 'naver_blog' },
      );

      const found = await store.outcomes.findPublications('kt_1');
      expect(places(found)).toEqual([
        [aCampaignId, 'genie_tv'],
        [otherId, 'instagram'],
      ]);
      expect(found[0]).toEqual(aPublication({ channel: 'genie_tv', externalId: 'kt_1' }));
      expect(await store.outcomes.findPublications('kt_0')).toEqual([]);
      expect(await store.outcomes.findPublications('')).toEqual([]);
    },
  },
  {
    name: 'lists publications that are under way or being delivered, oldest news first',
    async check(store) {
      const delivery = { accepted: 3, delivered: 1, failed: 0, pending: 2 };
      await save(
        store,
        { channel: 'genie_tv', state: 'in_review', at: '2026-12-06T00:00:00Z' },
        { channel: 'kakao_channel', delivery, at: '2026-12-05T00:00:00Z' },
        { channel: 'instagram' },
        { channel: 'ringo_biz', state: 'submitted', campaignId: otherId },
        { channel: 'ringo_biz', state: 'published', campaignId: otherId },
      );

      const pending = await store.outcomes.pendingPublications(['submitted', 'in_review']);
      expect(places(pending)).toEqual([
        [aCampaignId, 'kakao_channel'],
        [aCampaignId, 'genie_tv'],
      ]);
      await store.outcomes.savePublication(aPublication({ channel: 'kakao_channel' }));
      expect(await store.outcomes.pendingPublications([])).toEqual([]);
    },
  },
  {
    name: 'counts publications by channel and state',
    async check(store) {
      const none = await store.outcomes.countPublications();
      await save(
        store,
        { state: 'failed' },
        { state: 'published' },
        { campaignId: otherId },
        { channel: 'genie_tv', state: 'in_review' },
      );

      expect(none).toEqual([]);
      expect(await store.outcomes.countPublications()).toEqual([
        { channel: 'genie_tv', state: 'in_review', count: 1 },
        { channel: 'instagram', state: 'published', count: 2 },
      ]);
    },
  },
  {
    name: 'counts runs by state, and states without any',
    async check(store) {
      const states = { queued: 0, running: 0, waiting: 0, parked: 0, ended: 0, failed: 0, cancelled: 0 };
      const none = await store.journal.countByState();
      await createRun(store, { id: 'one' });
      await createRun(store, { id: 'two' });
      await createRun(store, { id: 'over' });
      await store.journal.changeIdle('over', { state: 'cancelled' });

      expect(none).toEqual(states);
      expect(await store.journal.countByState()).toEqual({ ...states, queued: 2, cancelled: 1 });
    },
  },
  {
    name: 'lets no old news undo a newer state',
    async check(store) {
      await store.campaigns.add(aCampaign());
      await store.outcomes.savePublication(aPublication({ state: 'withdrawn' }));
      const late = aPublication({ state: 'in_review' });

      expect(await store.outcomes.updatePublication(late, 'submitted')).toBe(false);
      expect(await store.outcomes.publications(late.campaignId)).toMatchObject([{ state: 'withdrawn' }]);
      expect(await store.outcomes.updatePublication(late, 'withdrawn')).toBe(true);
      expect(await store.outcomes.publications(late.campaignId)).toMatchObject([{ state: 'in_review' }]);
    },
  },
];
