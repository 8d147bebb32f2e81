import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost } from '../../testing/channel-fixtures.js';
import { noon, openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import { createKakaoChannel, type KakaoOptions } from './kakao-channel.js';

const audience = ['+821055550001', '010-5555-0002'];

function create(standIn: StandIn, baseUrl: string, over: Partial<KakaoOptions> = {}) {
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER, SOLAPI_PFID } =
    standIn.sandbox.credentials.solapi;
  return createKakaoChannel({
    ...standIn.options(baseUrl),
    apiKey: SOLAPI_API_KEY,
    apiSecret: SOLAPI_API_SECRET,
    sender: SOLAPI_SENDER,
    channelId: SOLAPI_PFID,
    audience,
    now: () => noon,
    randomBytes,
    ...over,
  });
}

async function withStandIn(work: (standIn: StandIn) => Promise<void>, now = () => noon): Promise<void> {
  const standIn = await openStandIn(now);
  try {
    await work(standIn);
  } finally {
    await standIn.close();
  }
}

channelAdapterContract('kakao_channel', async () => {
  const standIn = await openStandIn();
  return toSubject(standIn, {
    create: (baseUrl) => create(standIn, baseUrl),
    baseUrl: standIn.sandbox.baseUrls.solapi,
    provider: 'solapi',
    publishPath: '/messages/v4/send-many/detail',
    post: aPost(),
  });
});

const refused = (over: Partial<KakaoOptions>, post = aPost()) =>
  withStandIn(async (standIn) => {
    const adapter = create(standIn, standIn.sandbox.baseUrls.solapi, over);
    const failure = await adapter.publish(post, { reference: 'r' }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ spec: { outcome: 'not_sent' } });
    expect(standIn.sandbox.requests('solapi')).toEqual([]);
  });

it('sends nothing at night', () => refused({ now: () => new Date('2026-12-01T20:50:00+09:00') }));
it('sends nothing to nobody', () => refused({ audience: [] }));
it('sends nothing without the mark of advertising at the very start', () =>
  refused({}, aPost({ text: ' (광고) 무료수신거부 채널 차단' })));
it('sends nothing without a way to refuse', () => refused({}, aPost({ text: '(광고) 겨울 행사' })));

it('says when the night is over', () =>
  withStandIn(async (standIn) => {
    const now = () => new Date('2026-12-01T23:00:00+09:00');
    const adapter = create(standIn, standIn.sandbox.baseUrls.solapi, { now });

    await expect(adapter.publish(aPost(), { reference: 'r' })).rejects.toMatchObject({
      code: 'USER_030',
      context: { nextAllowedAt: '2026-12-02T08:00:00+09:00' },
    });
  }));

it('is published when some friends were taken, refused when none was', () =>
  withStandIn(async (standIn) => {
    const { solapi } = standIn.sandbox.baseUrls;
    const some = create(standIn, solapi, { audience: ['01000001062', '01055550001'] });
    const none = create(standIn, solapi, { audience: ['01000001062', '01000001020'] });

    expect(await some.publish(aPost(), { reference: 'r1' })).toMatchObject({ state: 'published' });
    await expect(none.publish(aPost(), { reference: 'r2' })).rejects.toMatchObject({ code: 'PROVIDER_001' });
  }));

it('costs as much as it has friends', () =>
  withStandIn(async (standIn) => {
    expect(create(standIn, standIn.sandbox.baseUrls.solapi).priceKrw(aPost())).toBe(40);
  }));
