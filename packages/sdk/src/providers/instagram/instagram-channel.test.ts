import { expect, it } from 'vitest';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { optionsFor } from '../../testing/channel-subject.js';
import { noon, openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import { createInstagramChannel, type InstagramOptions } from './instagram-channel.js';

type Over = Partial<InstagramOptions>;

function create(standIn: StandIn, baseUrl = standIn.sandbox.baseUrls.instagram, over: Over = {}) {
  const { IG_ACCESS_TOKEN: accessToken, IG_USER_ID: userId } = standIn.sandbox.credentials.instagram;
  const sleep = async () => undefined;
  return createInstagramChannel({ ...standIn.options(baseUrl), accessToken, userId, sleep, ...over });
}

const toPost = ({ pictureUrl }: StandIn) => aPost({ images: [aPostImage(pictureUrl)] });

async function withStandIn(work: (standIn: StandIn) => Promise<void>, now = () => noon): Promise<void> {
  const standIn = await openStandIn(now);
  try {
    await work(standIn);
  } finally {
    await standIn.close();
  }
}

channelAdapterContract('instagram', async () => {
  const standIn = await openStandIn();
  const { IG_USER_ID: userId } = standIn.sandbox.credentials.instagram;
  return toSubject(standIn, {
    create: (baseUrl) => create(standIn, baseUrl),
    baseUrl: standIn.sandbox.baseUrls.instagram,
    provider: 'instagram',
    publishPath: `/v26.0/${userId}/media_publish`,
    post: toPost(standIn),
  });
});

it('finds the very post whose answer was lost, not a newer one', () =>
  withStandIn(async (standIn) => {
    const adapter = create(standIn);
    const lost = toPost(standIn);
    const newer = { ...lost, text: '다른 이벤트' };
    const options = await optionsFor({ adapter, post: lost }, 'ref');
    const match = { path: '/v26.0/17841400000000001/media_publish' };
    standIn.sandbox.addFault({ provider: 'instagram', match, fault: { kind: 'accept_then_drop' } });
    await adapter.publish(lost, options).catch(() => undefined);
    await adapter.publish(newer, await optionsFor({ adapter, post: newer }, 'other'));

    const found = await adapter.find?.(lost, options);

    expect(found?.externalId).toBe(standIn.sandbox.publications()[0]?.externalId);
  }));

it('keeps the token out of addresses and the hashtags below the text', () =>
  withStandIn(async (standIn) => {
    const adapter = create(standIn);
    const post = toPost(standIn);
    await adapter.publish(post, await optionsFor({ adapter, post }, 'ref'));

    const requests = JSON.stringify(standIn.sandbox.requests('instagram'));

    expect(requests).not.toContain('access_token');
    expect(decodeURIComponent(requests.replaceAll('+', ' '))).toContain('#행복분식 #겨울이벤트');
  }));

it('refuses before anything is sent what Instagram would refuse', () =>
  withStandIn(async (standIn) => {
    const adapter = create(standIn);
    const post = toPost(standIn);
    const refused = [
      { ...post, images: [] },
      { ...post, text: '가'.repeat(2_200) },
      { ...post, hashtags: ['1', '2', '3', '4', '5', '6'] },
    ];

    for (const bad of refused)
      await expect(adapter.prepare?.(bad)).rejects.toMatchObject({ code: 'USER_032' });
    expect(standIn.sandbox.requests('instagram')).toEqual([]);
  }));

it('stops at the quota the account has at run time', () =>
  withStandIn(async (standIn) => {
    const adapter = create(standIn);
    const body = { data: [{ quota_usage: 50, config: { quota_total: 50 } }] };
    const match = { path: '/v26.0/17841400000000001/content_publishing_limit' };
    standIn.sandbox.addFault({ provider: 'instagram', match, fault: { kind: 'status', code: 200, body } });

    await expect(adapter.prepare?.(toPost(standIn))).rejects.toMatchObject({ code: 'PROVIDER_001' });
  }));

it('waits for a container that is not ready, and gives up after the last look', () =>
  withStandIn(async (standIn) => {
    const waits: number[] = [];
    const adapter = create(standIn, undefined, { sleep: async (ms) => void waits.push(ms) });
    const fault = { kind: 'status', code: 200, body: { id: '1', status_code: 'IN_PROGRESS' } } as const;
    const match = { method: 'GET', path: '/v26.0/178' };
    standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 2, after: 1 });

    const post = toPost(standIn);
    expect(await adapter.prepare?.(post)).toMatch(/^178/);
    expect(waits).toEqual([2_000, 10_000]);

    standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 50, after: 1 });
    await expect(adapter.prepare?.(post)).rejects.toMatchObject({ code: 'PROVIDER_002' });
    expect(waits).toHaveLength(2 + 6);
  }));

const failures = [
  [190, 463, 400, 'AUTH_002'],
  [10, undefined, 403, 'AUTH_002'],
  [4, 2207051, 400, 'PROVIDER_001'],
  [9, 2207042, 400, 'PROVIDER_001'],
  [4, undefined, 403, 'PROVIDER_002'],
  [24, 2207008, 400, 'PROVIDER_002'],
  [-2, 2207020, 500, 'PROVIDER_001'],
  [-1, 2207001, 500, 'PROVIDER_006'],
  [368, undefined, 400, 'PROVIDER_001'],
] as const;

it.each(failures)(
  'classifies code %s with subcode %s at status %s as %s',
  (code, subcode, status, expected) =>
    withStandIn(async (standIn) => {
      const adapter = create(standIn);
      const post = toPost(standIn);
      const options = await optionsFor({ adapter, post }, 'ref');
      const body = {
        error: { code, ...(subcode && { error_subcode: subcode }), message: 'call 010-1234-5678' },
      };
      const match = { path: '/v26.0/17841400000000001/media_publish' };
      const fault = { kind: 'status', code: status, body } as const;
      standIn.sandbox.addFault({ provider: 'instagram', match, fault, times: 50 });

      const failure = adapter.publish(post, options);

      await expect(failure).rejects.toMatchObject({ code: expected });
      await expect(failure).rejects.not.toThrow(/1234/);
    }),
);
