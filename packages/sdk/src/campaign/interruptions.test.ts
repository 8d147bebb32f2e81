import { describe, expect, it } from 'vitest';
import { oneCampaign } from '../testing/one-campaign.js';
import { aSmallBrief } from '../testing/small-brief.js';

describe('a campaign that is disturbed', () => {
  const stage = oneCampaign(aSmallBrief());

  const reached = () =>
    stage.world.sandbox
      .publications()
      .map(({ channel }) => channel)
      .sort();
  const at = (instant: string) => stage.world.advanceTo(new Date(instant));
  const openIt = async () => {
    await stage.life.step(stage.id);
    at('2026-12-01T12:00:00+09:00');
    return stage.life.step(stage.id);
  };

  it('goes no further when it is cancelled while another process carries it on', async () => {
    const other = await stage.world.live();
    let cancelling: Promise<unknown> | undefined;
    stage.life.ktEvent.on(({ type }) => {
      if (type === 'stage:item') cancelling ??= other.ktEvent.cancel(stage.id);
    });

    const carried = await stage.life.ktEvent.advance(stage.id);
    await expect(cancelling).resolves.toMatchObject({ state: 'cancelled' });
    at('2026-12-09T12:00:00+09:00');
    const later = await other.ktEvent.advance(stage.id);
    const due = await other.ktEvent.due();
    await other.end();

    expect([carried.campaign.state, carried.run?.state]).toEqual(['cancelled', 'cancelled']);
    expect([later.campaign.state, later.run?.state, due]).toEqual(['cancelled', 'cancelled', []]);
    expect(reached()).not.toContain('ALIMTALK');
  });

  it('publishes nowhere else than where it would have gone when it was approved', async () => {
    await stage.again({ environment: {} });

    await expect(stage.life.ktEvent.advance(stage.id)).rejects.toMatchObject({ code: 'USER_038' });
    const { publications, campaign } = await stage.life.ktEvent.status(stage.id);

    expect([publications, campaign.state, reached()]).toEqual([[], 'approved', []]);
  });

  it('keeps the record of what was published when it goes on without the credentials', async () => {
    const before = (await stage.life.step(stage.id)).publications;
    await stage.again({ environment: {} });
    at('2026-12-01T12:00:00+09:00');

    const { publications, campaign } = await stage.life.step(stage.id);

    expect(campaign.state).toBe('open');
    expect(publications).toEqual(before);
  });

  it('sends advertising in the morning when it was approved at night', async () => {
    at('2026-11-23T22:00:00+09:00');

    const night = await stage.life.step(stage.id);
    at(night.run?.wakeAt ?? '');
    const morning = await stage.life.step(stage.id);

    expect(night.run).toMatchObject({ waitingFor: 'channels', wakeAt: '2026-11-23T23:00:00.000Z' });
    expect(night.publications.filter(({ state }) => state === 'failed')).toMatchObject([
      { channel: 'kakao_channel', error: { code: 'USER_030' } },
    ]);
    expect(morning.publications.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(reached()).toHaveLength(6);
  });

  it('is neither held up by a channel that never answers nor advertised there after its end', async () => {
    const fault = { kind: 'status', code: 500 } as const;
    stage.world.sandbox.addFault({ provider: 'naver_blog', fault, times: 1_000 });
    const first = await stage.life.step(stage.id);
    await openIt();
    const asked = stage.world.sandbox.requests('naver_blog').length;
    await stage.again(); // a provider that failed too often is not paused for this process
    at('2026-12-04T00:00:00+09:00');

    const last = await stage.life.play(stage.id);

    expect(first.campaign.state).toBe('published');
    expect(last.campaign.state).toBe('settled');
    expect(last.publications.find(({ channel }) => channel === 'naver_blog')?.state).toBe('in_doubt');
    expect(last.effects.flatMap(({ key, state }) => (state === 'parked' ? [key] : []))).toEqual([
      'distribute/naver_blog',
    ]);
    expect([asked > 0, stage.world.sandbox.requests('naver_blog').length]).toEqual([true, asked]);
  });

  it('draws ten minutes after its commitment when the machine was off at the time of the draw', async () => {
    await openIt();
    at('2026-12-05T10:00:00+09:00');

    const committed = await stage.life.step(stage.id);
    at(committed.run?.wakeAt ?? '');
    const drawn = await stage.life.play(stage.id);

    expect(committed.run?.wakeAt).toBe('2026-12-05T01:10:00.000Z');
    expect(stage.life.ktEvent.verify(drawn.draw?.transcript).valid).toBe(true);
    expect(drawn.campaign.state).toBe('settled');
  });

  it('lets its winners sleep', async () => {
    await openIt();
    at('2026-12-04T23:00:00+09:00');

    await stage.life.play(stage.id);

    const [message] = stage.world.sandbox.publications().filter(({ channel }) => channel === 'ALIMTALK');
    expect(message?.at).toBe('2026-12-04T23:00:00.000Z'); // 08:00 in Seoul
  });

  it('goes on at its times after a command that stopped it early', async () => {
    await openIt();

    const stopped = await stage.life.ktEvent.advance(stage.id, { until: 'plan' });
    const due = await stage.life.ktEvent.due();
    const { run } = await stage.life.ktEvent.advance(stage.id);

    expect(stopped.run).toMatchObject({ state: 'waiting', waitingFor: 'command' });
    expect(due.map(({ id }) => id)).toEqual([stage.id]);
    expect(run).toMatchObject({ waitingFor: 'closes', wakeAt: '2026-12-03T15:00:00.000Z' });
  });

  it('counts entries that were on their way to the disk when it closed', async () => {
    await openIt();
    at('2026-12-04T00:00:00+09:00');

    const { campaign, draw, run } = await stage.life.step(stage.id);

    expect([campaign.state, draw, run?.waitingFor]).toEqual(['closed', undefined, 'entries']);
    expect(run?.wakeAt).toBe('2026-12-03T15:01:00.000Z');
  });
});
