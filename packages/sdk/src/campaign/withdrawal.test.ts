import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from '../schema/publication.js';
import { type CampaignWorld, type Life, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';

const states = (publications: readonly Publication[]) =>
  Object.fromEntries(publications.map(({ channel, state }) => [channel, state]));

describe('taking a campaign back', () => {
  let world: CampaignWorld;
  let campaignId: string;
  let life: Life;

  beforeAll(async () => {
    world = await openCampaignWorld();
    campaignId = await world.make(aSmallBrief());
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    life = await world.live();
    await life.ktEvent.advance(campaignId, { until: 'distribute' });
  });
  afterEach(() => life.end());

  const withdrawn = (publications: readonly Publication[]) =>
    publications.flatMap(({ channel, state }) => (state === 'withdrawn' ? [channel] : [])).sort();
  const deletions = () => world.sandbox.requests().filter(({ method }) => method === 'DELETE').length;

  it('takes everything back that can be, when it is cancelled, and leaves the rest listed', async () => {
    await life.ktEvent.cancel(campaignId);
    const { campaign, publications } = await life.ktEvent.status(campaignId);

    expect(campaign.state).toBe('cancelled');
    expect(withdrawn(publications)).toEqual(['genie_tv', 'naver_blog', 'ringo_biz', 'wooridongne_tv']);
    expect(states(publications)).toMatchObject({ instagram: 'published' });
  });

  it('takes one channel back and leaves the others', async () => {
    const publications = await life.ktEvent.unpublish(campaignId, { channels: ['genie_tv'] });

    expect(withdrawn(publications)).toEqual(['genie_tv']);
  });

  it('asks each channel once, however often it is asked for', async () => {
    await life.ktEvent.unpublish(campaignId);
    const first = deletions();
    await life.ktEvent.unpublish(campaignId);
    await life.ktEvent.cancel(campaignId);

    expect([first, deletions()]).toEqual([4, 4]);
  });

  it.each([
    ['instagram' as const, 'USER_044'],
    ['kakao_channel' as const, 'USER_044'],
  ])('says of %s that it cannot be taken back', async (channel, code) => {
    await expect(life.ktEvent.unpublish(campaignId, { channels: [channel] })).rejects.toMatchObject({ code });
    expect(deletions()).toBe(0);
  });

  it('goes on by itself after the channel was busy', async () => {
    world.sandbox.addFault({
      provider: 'kt',
      match: { method: 'DELETE' },
      fault: { kind: 'rate_limit', retryAfter: 'none' },
      times: 4, // a call and its retries
    });
    const publications = await life.ktEvent.unpublish(campaignId, { channels: ['genie_tv'] });
    world.advanceTo(new Date(world.now().getTime() + 3_600_000));
    const due = (await life.ktEvent.due()).map(({ id }) => id);
    await life.ktEvent.advance(campaignId);
    const later = await life.ktEvent.status(campaignId);

    expect(withdrawn(publications)).toEqual([]);
    expect(due).toContain(campaignId);
    expect(withdrawn(later.publications)).toEqual(['genie_tv']);
  });
});
