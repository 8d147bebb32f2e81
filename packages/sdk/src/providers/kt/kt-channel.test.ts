import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../http/http.js';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost } from '../../testing/channel-fixtures.js';
import { openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import { audio, createKt, film, image, type KtOver, posts } from './__fixtures__/kt-posts.js';
import type { KtChannelName } from './kt-channels.js';
import { regionCodeOf } from './region-codes.js';

const channels = ['wooridongne_tv', 'genie_tv', 'ringo_biz'] as const;

for (const channel of channels) {
  channelAdapterContract(channel, async () => {
    const standIn = await openStandIn();
    return toSubject(standIn, {
      create: (baseUrl) => createKt(standIn, channel, { baseUrl }),
      baseUrl: standIn.sandbox.baseUrls.kt,
      provider: 'kt',
      publishPath: '/deploy',
      post: posts[channel],
    });
  });
}

describe('a channel of kt', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await openStandIn();
  });
  afterEach(() => standIn.close());

  const post = posts.wooridongne_tv;
  const publish = async (adapter: ChannelAdapter, over: Partial<ChannelPost> = {}, reference = 'r') =>
    (await adapter.publish({ ...post, ...over }, { reference })).externalId;

  /** The bodies of two attempts under one reference, as they left. */
  async function sent(
    channel: KtChannelName,
    from: ChannelPost,
    over: KtOver = {},
    reference = 'r',
  ): Promise<string[]> {
    const bodies: string[] = [];
    const { http } = standIn.options('');
    const spy = (request: HttpRequest, signal?: AbortSignal) => {
      bodies.push(JSON.stringify(request.json));
      return http(request, signal);
    };
    const adapter = createKt(standIn, channel, { ...over, http: spy });
    await adapter.publish(from, { reference });
    await adapter.publish(from, { reference });
    return bodies;
  }

  it('says that the protocol is assumed and that the spot awaits review', async () => {
    const adapter = createKt(standIn, 'wooridongne_tv');

    const { state } = await adapter.publish(post, { reference: 'r' });

    expect({ state, assumed: adapter.assumedProtocol }).toEqual({ state: 'submitted', assumed: true });
  });

  it.each([
    ['wooridongne_tv', posts.wooridongne_tv, { kind: 'image', width: 1920, height: 1080, text: post.text }],
    ['genie_tv', posts.genie_tv, { kind: 'video', url: film.url, mediaType: 'video/mp4', width: 1920 }],
    ['ringo_biz', posts.ringo_biz, { kind: 'audio', url: audio.url, script: audio.text }],
    ['ringo_biz', aPost({ images: [image] }), { kind: 'script', script: aPost().text }],
  ] as const)(
    'sends %s what fits it, the same to the byte when repeated',
    async (channel, from, creative) => {
      const [first, again] = await sent(channel, from);

      expect(again).toBe(first);
      expect(JSON.parse(first ?? '')).toMatchObject({ reference: 'r', creative });
      expect(standIn.sandbox.publications()).toHaveLength(1);
    },
  );

  it('names districts where a spot has some, and where to call back when it is told', async () => {
    const callbackUrl = 'https://store.example/webhooks/kt';
    const [spot = ''] = await sent('genie_tv', posts.genie_tv, { regionCodes: ['1144012000'], callbackUrl });
    const [tone = ''] = await sent('ringo_biz', posts.ringo_biz, { regionCodes: ['1144012000'] }, 'r2');

    expect(JSON.parse(spot)).toMatchObject({ targeting: { regionCodes: ['1144012000'] }, callbackUrl });
    expect(Object.keys(JSON.parse(tone))).toEqual([
      'channel',
      'reference',
      'advertiser',
      'creative',
      'schedule',
    ]);
  });

  it('names what is missing before anything is sent', async () => {
    const { businessNumber, ...unnumbered } = post.store;
    const adapter = createKt(standIn, 'genie_tv');
    const bad = { ...post, images: [], store: { ...unnumbered, region: '평양' } };

    await expect(adapter.publish(bad, { reference: 'r' })).rejects.toMatchObject({
      code: 'USER_032',
      issues: adapter.check(bad).map((message) => ({ message })),
    });
    expect(adapter.check(bad)).toHaveLength(3);
    expect(standIn.sandbox.requests('kt')).toEqual([]);
  });

  it('is in doubt when a key was used for another body, and never takes that for a refusal', async () => {
    const adapter = createKt(standIn, 'wooridongne_tv');
    await publish(adapter);

    await expect(publish(adapter, { text: '다른 글입니다' })).rejects.toMatchObject({
      code: 'PROVIDER_006',
      spec: { outcome: 'in_doubt' },
    });
    expect(standIn.sandbox.publications()).toHaveLength(1);
  });

  it('takes a sold-out region for a refusal, in plain words', async () => {
    const adapter = createKt(standIn, 'genie_tv', { regionCodes: ['0000000000'] });

    await expect(publish(adapter)).rejects.toMatchObject({
      code: 'PROVIDER_001',
      context: { reason: '그 지역에 빈자리 없음 (REGION_FULL)' },
    });
  });
});

it.each([
  ['wooridongne_tv', 46_667],
  ['genie_tv', 46_667],
  ['ringo_biz', 1_400],
] as const)('prices the fourteen days of %s at %i won', async (channel, priceKrw) => {
  const standIn = await openStandIn();
  expect(createKt(standIn, channel).priceKrw(aPost())).toBe(priceKrw);
  await standIn.close();
});

it.each([
  ['서울 마포구', '1144000000'],
  ['서울특별시 강서구 화곡동', '1150000000'],
  ['서울 중구', '1114000000'],
  ['부산 중구', '2600000000'],
  ['경기도 수원시', '4100000000'],
  ['전북 전주시', '5200000000'],
  ['평양', undefined],
])('knows the district code of %s', (region, code) => {
  expect(regionCodeOf(region)).toBe(code);
});
