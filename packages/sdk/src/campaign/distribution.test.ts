import { describe, expect, it } from 'vitest';
import type { KtEvent } from '../kt-event.js';
import type { Publication } from '../schema/publication.js';
import { oneCampaign } from '../testing/one-campaign.js';
import { aSmallBrief } from '../testing/small-brief.js';

const states = (publications: readonly Publication[]) =>
  Object.fromEntries(publications.map(({ channel, state }) => [channel, state]));

/** The next campaign of the same store, with the same words. */
async function another(ktEvent: KtEvent): Promise<string> {
  const { id } = await ktEvent.create(aSmallBrief());
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  await ktEvent.advance(id, { until: 'generate' });
  return id;
}

describe('distributing a campaign', () => {
  const stage = oneCampaign(aSmallBrief());

  const reached = () => stage.world.sandbox.publications().map(({ channel }) => channel);
  const refuse = (provider: 'instagram' | 'naver_blog') =>
    stage.world.sandbox.addFault({
      provider,
      match: { method: 'POST' },
      fault: { kind: 'status', code: 400 },
      times: 1,
    });

  it('publishes on the chosen channel only and holds the others back', async () => {
    const { publications } = await stage.life.ktEvent.advance(stage.id, {
      until: 'distribute',
      channels: ['naver_blog'],
    });

    expect(states(publications)).toEqual({
      naver_blog: 'submitted',
      instagram: 'held',
      kakao_channel: 'held',
      wooridongne_tv: 'held',
      ringo_biz: 'held',
      genie_tv: 'held',
    });
    expect(reached()).toEqual(['NAVER_BLOG']);
  });

  it('holds back until a command, whoever resumes', async () => {
    await stage.life.ktEvent.advance(stage.id, { until: 'distribute', channels: ['naver_blog'] });
    const resumed = await stage.life.ktEvent.advance(stage.id);
    const held = states(resumed.publications);
    const released = await stage.life.ktEvent.advance(stage.id, { channels: ['instagram'] });

    expect(held).toMatchObject({ instagram: 'held', naver_blog: 'submitted' });
    expect(states(released.publications)).toMatchObject({ instagram: 'published', genie_tv: 'held' });
    expect(reached().sort()).toEqual(['INSTAGRAM', 'NAVER_BLOG']);
  });

  it('tries again after a final refusal only when a person asks, and reaches people once', async () => {
    refuse('naver_blog');
    const first = await stage.life.ktEvent.advance(stage.id, { until: 'distribute' });
    const resumed = await stage.life.ktEvent.advance(stage.id);
    const asked = await stage.life.ktEvent.advance(stage.id, { channels: ['naver_blog'], again: true });

    expect(states(first.publications)).toMatchObject({ naver_blog: 'failed' });
    expect(states(resumed.publications)).toMatchObject({ naver_blog: 'failed' });
    expect(states(asked.publications)).toMatchObject({ naver_blog: 'submitted' });
    expect(reached().filter((channel) => channel === 'NAVER_BLOG')).toHaveLength(1);
  });

  it('does not say the same thing twice for one store, unless told to', async () => {
    await stage.life.ktEvent.advance(stage.id, { until: 'distribute' });
    const second = await another(stage.life.ktEvent);
    const previews = await stage.life.ktEvent.previewDistribution(second);
    const refused = await stage.life.ktEvent.advance(second, { until: 'distribute' });
    const allowed = await stage.life.ktEvent.advance(second, { allowDuplicate: true });

    const codes = refused.publications.map(({ state, error }) => [state, error?.code]);
    expect(new Set(codes.map(String))).toEqual(new Set(['failed,USER_039']));
    expect(previews.map(({ duplicateOf }) => duplicateOf)).toEqual(previews.map(() => stage.id));
    expect(allowed.publications.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(reached()).toHaveLength(12);
  });

  it('lets words be used by the next campaign once the first has failed with them', async () => {
    refuse('naver_blog');
    await stage.life.ktEvent.advance(stage.id, { until: 'distribute', channels: ['naver_blog'] });
    const second = await another(stage.life.ktEvent);

    const { publications } = await stage.life.ktEvent.advance(second, {
      until: 'distribute',
      channels: ['naver_blog'],
    });

    expect(states(publications)).toMatchObject({ naver_blog: 'submitted' });
  });

  it('shows what would be sent where, and sends nothing', async () => {
    const previews = await stage.life.ktEvent.previewDistribution(stage.id);

    expect(previews.map(({ channel, problems }) => [channel, problems])).toEqual(
      aSmallBrief().channels.map((channel) => [channel, []]),
    );
    expect(previews.find(({ channel }) => channel === 'kakao_channel')).toMatchObject({ recipients: 2 });
    expect(previews.every(({ text }) => text !== '')).toBe(true);
    expect(reached()).toEqual([]);
  });

  it('takes no moment of a person that is none, and keeps the publication as it was', async () => {
    await stage.life.ktEvent.advance(stage.id, { channels: ['genie_tv'], until: 'distribute' });
    const marking = stage.life.ktEvent.markPublication(stage.id, 'genie_tv', {
      state: 'scheduled',
      scheduledFor: '내일',
    });

    await expect(marking).rejects.toMatchObject({ code: 'USER_001' });
    expect(states((await stage.life.ktEvent.status(stage.id)).publications)).toMatchObject({
      genie_tv: 'submitted',
    });
  });

  it('tells what people did with it once the channel knows, and keeps nothing of it', async () => {
    await stage.life.ktEvent.advance(stage.id, { channels: ['instagram'], until: 'distribute' });
    const early = await stage.life.ktEvent.measurePublications(stage.id);
    stage.world.advanceTo(new Date(stage.world.now().getTime() + 7 * 86_400_000));
    const late = await stage.life.ktEvent.measurePublications(stage.id);

    expect(early).toEqual({ measured: [{ channel: 'instagram', metrics: {} }], failures: [] });
    expect(late.measured[0]?.metrics.views).toBeGreaterThan(0);
  });

  it('settles a doubt with the same request, though the server has moved since', async () => {
    stage.world.sandbox.addFault({
      provider: 'naver_blog',
      match: { method: 'POST' },
      fault: { kind: 'accept_then_drop' },
      times: 8,
    });
    const doubtful = await stage.life.ktEvent.advance(stage.id, { channels: ['naver_blog'] });
    stage.world.sandbox.clearFaults();
    await stage.again({ publicUrl: 'https://moved.example' });

    const settled = await stage.life.ktEvent.advance(stage.id, { channels: ['naver_blog'] });

    expect(states(doubtful.publications)).toMatchObject({ naver_blog: 'in_doubt' });
    expect(states(settled.publications)).toMatchObject({ naver_blog: 'submitted' });
    expect(reached()).toEqual(['NAVER_BLOG']);
  });

  it('is not published with content that was changed after the approval', async () => {
    await stage.again({
      spoil: (store) => ({
        ...store,
        campaigns: {
          ...store.campaigns,
          async find(id) {
            const found = await store.campaigns.find(id);
            return found && { ...found, brief: { ...found.brief, name: '몰래 바꾼 이름' } };
          },
        },
      }),
    });

    await expect(stage.life.ktEvent.advance(stage.id)).rejects.toMatchObject({ code: 'USER_007' });
    expect(reached()).toEqual([]);
  });
});
