import { beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from '../schema/publication.js';
import { oneCampaign } from '../testing/one-campaign.js';
import { aSmallBrief } from '../testing/small-brief.js';

const states = (publications: readonly Publication[]) =>
  Object.fromEntries(publications.map(({ channel, state }) => [channel, state]));

describe('taking a campaign back', () => {
  const stage = oneCampaign(aSmallBrief());
  beforeEach(async () => {
    await stage.life.ktEvent.advance(stage.id, { until: 'distribute' });
  });

  const withdrawn = (publications: readonly Publication[]) =>
    publications.flatMap(({ channel, state }) => (state === 'withdrawn' ? [channel] : [])).sort();
  const deletions = () => stage.world.sandbox.requests().filter(({ method }) => method === 'DELETE').length;

  it('takes everything back that can be, when it is cancelled, and leaves the rest listed', async () => {
    await stage.life.ktEvent.cancel(stage.id);
    const { campaign, publications } = await stage.life.ktEvent.status(stage.id);

    expect(campaign.state).toBe('cancelled');
    expect(withdrawn(publications)).toEqual(['genie_tv', 'naver_blog', 'ringo_biz', 'wooridongne_tv']);
    expect(states(publications)).toMatchObject({ instagram: 'published' });
  });

  it('takes one channel back and leaves the others', async () => {
    const publications = await stage.life.ktEvent.unpublish(stage.id, { channels: ['genie_tv'] });

    expect(withdrawn(publications)).toEqual(['genie_tv']);
  });

  it('asks each channel once, however often it is asked for', async () => {
    await stage.life.ktEvent.unpublish(stage.id);
    const first = deletions();
    await stage.life.ktEvent.unpublish(stage.id);
    await stage.life.ktEvent.cancel(stage.id);

    expect([first, deletions()]).toEqual([4, 4]);
  });

  it.each([
    ['instagram' as const, 'USER_044'],
    ['kakao_channel' as const, 'USER_044'],
  ])('says of %s that it cannot be taken back', async (channel, code) => {
    await expect(stage.life.ktEvent.unpublish(stage.id, { channels: [channel] })).rejects.toMatchObject({
      code,
    });
    expect(deletions()).toBe(0);
  });

  it('goes on by itself after the channel was busy', async () => {
    stage.world.sandbox.addFault({
      provider: 'kt',
      match: { method: 'DELETE' },
      fault: { kind: 'rate_limit', retryAfter: 'none' },
      times: 4, // a call and its retries
    });
    const publications = await stage.life.ktEvent.unpublish(stage.id, { channels: ['genie_tv'] });
    stage.world.advanceTo(new Date(stage.world.now().getTime() + 3_600_000));
    const due = (await stage.life.ktEvent.due()).map(({ id }) => id);
    await stage.life.ktEvent.advance(stage.id);
    const later = await stage.life.ktEvent.status(stage.id);

    expect(withdrawn(publications)).toEqual([]);
    expect(due).toContain(stage.id);
    expect(withdrawn(later.publications)).toEqual(['genie_tv']);
  });
});
