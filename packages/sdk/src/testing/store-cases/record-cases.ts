import { expect } from 'vitest';
import type { Store } from '../../store/store.js';
import { aCommitment, aTranscript } from '../draw-fixtures.js';
import { aCampaign, aCampaignId, aNotice, anInstant, aPlan, aPublication, aReport } from '../fixtures.js';
import { type StoreCase, withCode } from './store-case.js';

const campaign = (store: Store) => store.campaigns.add(aCampaign());

const campaignCases: readonly StoreCase[] = [
  {
    name: 'gives a campaign back unchanged, by id and by address',
    async check(store) {
      const approval = { contentHash: 'c'.repeat(64), by: '사장님', at: anInstant };
      const added = aCampaign({ approval, rehearsal: true, createdAt: '2026-11-20T09:00:00+09:00' });
      await store.campaigns.add(added);

      expect(await store.campaigns.find(aCampaignId)).toEqual(added);
      expect(await store.campaigns.findBySlug('latte1')).toEqual(added);
      expect(await store.campaigns.findBySlug('other')).toBeUndefined();
    },
  },
  {
    name: 'refuses a second campaign at the same address',
    async check(store) {
      await campaign(store);

      await expect(store.campaigns.add(aCampaign({ id: 'cmp-000000000002' }))).rejects.toThrow();
    },
  },
  {
    name: 'lists campaigns newest first, by instant and not by text',
    async check(store) {
      await store.campaigns.add(aCampaign({ createdAt: '2026-11-20T09:00:00+09:00' }));
      await store.campaigns.add(
        aCampaign({ id: 'cmp-000000000002', slug: 'latte2', createdAt: '2026-11-20T00:30:00.000Z' }),
      );

      const listed = await store.campaigns.list();
      expect(listed.map(({ id }) => id)).toEqual(['cmp-000000000002', aCampaignId]);
      expect(await store.campaigns.list({ states: ['drawn'] })).toEqual([]);
    },
  },
  {
    name: 'moves a campaign only from the state the writer saw',
    async check(store) {
      await campaign(store);
      const moves = await Promise.all([
        store.campaigns.update(aCampaignId, ['open'], { state: 'closed' }),
        store.campaigns.update(aCampaignId, ['open'], { state: 'cancelled' }),
      ]);

      expect(moves.filter(Boolean)).toHaveLength(1);
    },
  },
  {
    name: 'changes only what it is told to',
    async check(store) {
      await store.campaigns.add(aCampaign({ state: 'draft' }));
      const plan = aPlan({ chosen: 'bold' });
      await store.campaigns.update(aCampaignId, ['draft'], { state: 'planned', plan });

      expect(await store.campaigns.find(aCampaignId)).toEqual(aCampaign({ state: 'planned', plan }));
    },
  },
];

const drawCases: readonly StoreCase[] = [
  {
    name: 'keeps a commitment and then its transcript',
    async check(store) {
      await campaign(store);
      await store.draws.commit(aCampaignId, aCommitment());
      const committed = await store.draws.find(aCampaignId);
      await store.draws.complete(aCampaignId, aTranscript());
      const drawn = await store.draws.find(aCampaignId);

      expect(committed).toEqual({
        campaignId: aCampaignId,
        state: 'committed',
        commitment: aCommitment(),
      });
      expect(drawn).toEqual({ ...committed, state: 'drawn', transcript: aTranscript() });
    },
  },
  {
    name: 'takes the same commitment and transcript again',
    async check(store) {
      await campaign(store);
      await store.draws.commit(aCampaignId, aCommitment());
      await store.draws.commit(aCampaignId, aCommitment());
      await store.draws.complete(aCampaignId, aTranscript());
      await store.draws.complete(aCampaignId, aTranscript());
      await store.draws.commit(aCampaignId, aCommitment());

      expect((await store.draws.find(aCampaignId))?.state).toBe('drawn');
    },
  },
  {
    name: 'refuses a second commitment',
    async check(store) {
      await campaign(store);
      await store.draws.commit(aCampaignId, aCommitment());
      const other = store.draws.commit(aCampaignId, aCommitment({ root: 'f'.repeat(64) }));

      await expect(other).rejects.toMatchObject(withCode('USER_013'));
      expect((await store.draws.find(aCampaignId))?.commitment).toEqual(aCommitment());
    },
  },
  {
    name: 'refuses a second draw',
    async check(store) {
      await campaign(store);
      await store.draws.commit(aCampaignId, aCommitment());
      await store.draws.complete(aCampaignId, aTranscript());
      const other = store.draws.complete(aCampaignId, aTranscript({ seed: 'f'.repeat(64) }));

      await expect(other).rejects.toMatchObject(withCode('USER_013'));
      expect((await store.draws.find(aCampaignId))?.transcript).toEqual(aTranscript());
    },
  },
  {
    name: 'refuses a draw without a commitment',
    async check(store) {
      await campaign(store);

      await expect(store.draws.complete(aCampaignId, aTranscript())).rejects.toMatchObject(
        withCode('USER_002'),
      );
    },
  },
];

const otherCases: readonly StoreCase[] = [
  {
    name: 'keeps one publication for each channel',
    async check(store) {
      await campaign(store);
      await store.outcomes.savePublication(aPublication({ state: 'failed' }));
      await store.outcomes.savePublication(aPublication({ at: '2026-12-06T00:00:00Z' }));
      await store.outcomes.savePublication(aPublication({ channel: 'genie_tv' }));

      const kept = await store.outcomes.publications(aCampaignId);
      expect(kept.map(({ channel, state }) => [channel, state])).toEqual([
        ['genie_tv', 'published'],
        ['instagram', 'published'],
      ]);
    },
  },
  {
    name: 'keeps one notice for each entry',
    async check(store) {
      await campaign(store);
      await store.outcomes.saveNotice(aCampaignId, aNotice({ state: 'waiting' }));
      await store.outcomes.saveNotice(aCampaignId, aNotice());

      expect(await store.outcomes.notices(aCampaignId)).toEqual([aNotice()]);
    },
  },
  {
    name: 'keeps one report for each campaign',
    async check(store) {
      await campaign(store);
      const before = await store.outcomes.report(aCampaignId);
      await store.outcomes.saveReport(aReport({ roi: 0.4 }));
      await store.outcomes.saveReport(aReport());

      expect(before).toBeUndefined();
      expect(await store.outcomes.report(aCampaignId)).toEqual(aReport());
    },
  },
  {
    name: 'keeps the first secret under a name, and forgets it for good',
    async check(store) {
      const [first, second] = await Promise.all([
        store.keys.write('campaign/1', 'sealed-a'),
        store.keys.write('campaign/1', 'sealed-b'),
      ]);
      const standing = await store.keys.read('campaign/1');
      await store.keys.destroy('campaign/1');

      expect([first, second]).toEqual([standing, standing]);
      expect(await store.keys.read('campaign/1')).toBeUndefined();
    },
  },
  {
    name: 'chains audit records without a gap, also when written at once',
    async check(store) {
      await Promise.all([1, 2, 3, 4].map((no) => store.audit.append(aCampaignId, { type: 'NOTE', no })));
      await store.audit.append('cmp-000000000002', { type: 'NOTE' });

      const records = await store.audit.list(aCampaignId);
      expect(records.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
      expect(new Set(records.map(({ hash }) => hash)).size).toBe(4);
    },
  },
];

export const recordCases: readonly StoreCase[] = [...campaignCases, ...drawCases, ...otherCases];
