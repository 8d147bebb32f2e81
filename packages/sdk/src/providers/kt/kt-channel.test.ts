import { expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import { createKtChannel } from './kt-channel.js';
import type { KtChannelName } from './kt-channels.js';
import { regionCodeOf } from './region-codes.js';

const create = (standIn: StandIn, channel: KtChannelName, baseUrl: string = standIn.sandbox.baseUrls.kt) =>
  createKtChannel({
    ...standIn.options(baseUrl),
    channel,
    token: standIn.sandbox.credentials.kt.KT_API_TOKEN,
  });

const screen = { widthPx: 1920, heightPx: 1080, mediaType: 'image/png' };
const toPost = ({ pictureUrl }: StandIn) => aPost({ images: [aPostImage(pictureUrl, screen)] });

const channels = ['wooridongne_tv', 'genie_tv', 'ringo_biz'] as const;

for (const channel of channels) {
  channelAdapterContract(channel, async () => {
    const standIn = await openStandIn();
    return toSubject(standIn, {
      create: (baseUrl) => create(standIn, channel, baseUrl),
      baseUrl: standIn.sandbox.baseUrls.kt,
      provider: 'kt',
      publishPath: '/deploy',
      post: toPost(standIn),
    });
  });
}

it('says that the protocol is assumed and that the spot awaits review', async () => {
  const standIn = await openStandIn();
  const adapter = create(standIn, 'wooridongne_tv');

  const { state } = await adapter.publish(toPost(standIn), { reference: 'r1' });

  expect({ state, assumed: adapter.assumedProtocol }).toEqual({ state: 'submitted', assumed: true });
  await standIn.close();
});

it('names what is missing before anything is sent', async () => {
  const standIn = await openStandIn();
  const adapter = create(standIn, 'genie_tv');
  const post = toPost(standIn);
  const { businessNumber, ...unnumbered } = post.store;
  const nowhere = { ...post.store, region: '평양' };

  for (const bad of [
    { ...post, images: [] },
    { ...post, store: unnumbered },
    { ...post, store: nowhere },
  ])
    await expect(adapter.publish(bad, { reference: 'r' })).rejects.toMatchObject({ code: 'USER_032' });
  expect(standIn.sandbox.requests('kt')).toEqual([]);
  await standIn.close();
});

it.each([
  ['wooridongne_tv', 46_667],
  ['genie_tv', 46_667],
  ['ringo_biz', 1_400],
] as const)('prices the fourteen days of %s at %i won', async (channel, priceKrw) => {
  const standIn = await openStandIn();
  expect(create(standIn, channel).priceKrw(aPost())).toBe(priceKrw);
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
