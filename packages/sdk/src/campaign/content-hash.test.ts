import { describe, expect, it } from 'vitest';
import type { Campaign } from '../schema/campaign.js';
import type { Copy } from '../schema/plan.js';
import { aBrief, aCampaign, aPlan, aSchedule } from '../testing/fixtures.js';
import { contentHash } from './content-hash.js';

const planned = (over: Partial<Campaign> = {}) => aCampaign({ state: 'planned', plan: aPlan(), ...over });
const base = contentHash(planned());

describe('content hash', () => {
  it('is the same after the campaign has been stored and read', () => {
    expect(contentHash(JSON.parse(JSON.stringify(planned())))).toBe(base);
  });

  it.each<[string, Partial<Campaign>]>([
    ['state', { state: 'open' }],
    ['approval', { approval: { contentHash: base, by: 'owner', at: '2026-11-20T00:00:00Z' } }],
    ['folder', { folder: '/elsewhere' }],
    ['address', { slug: 'zzzzzzzz' }],
  ])('does not depend on its %s', (_, over) => {
    expect(contentHash(planned(over))).toBe(base);
  });

  const plan = aPlan();
  const copies: Copy[] = [{ channel: 'instagram', title: '제목', body: '본문', hashtags: [] }];
  const others = plan.concepts.filter(({ id }) => id !== plan.chosen);
  it.each<[string, Partial<Campaign>]>([
    ['brief', { brief: aBrief({ name: '다른 이벤트' }) }],
    ['schedule', { plan: aPlan({ schedule: aSchedule({ closesAt: '2026-12-30T00:00:00+09:00' }) }) }],
    ['texts', { plan: { ...plan, concepts: plan.concepts.map((concept) => ({ ...concept, copies })) } }],
    ['prizes', { plan: { ...plan, concepts: plan.concepts.map((concept) => ({ ...concept, prizes: [] })) } }],
    ['choice', { plan: { ...plan, chosen: others[0]?.id ?? 'bold' } }],
    ['mode', { mode: 'live' }],
  ])('changes with the %s', (_, over) => {
    expect(contentHash(planned(over))).not.toBe(base);
  });

  it('does not depend on concepts that were not chosen', () => {
    const concepts = plan.concepts.map((concept) =>
      concept.id === plan.chosen ? concept : { ...concept, title: '다른 제목' },
    );

    expect(contentHash(planned({ plan: { ...plan, concepts } }))).toBe(base);
  });

  it('does not exist before there is a plan', () => {
    const { plan: _, ...draft } = planned({ state: 'draft' });

    expect(() => contentHash(draft)).toThrow(expect.objectContaining({ code: 'USER_008' }));
  });
});
