import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../errors/index.js';
import { faultChecks } from '../../testing/channel-checks.js';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { withNetwork } from '../../testing/channel-subject.js';
import { noon, openStandIn, type StandIn, toSubject } from '../../testing/open-stand-in.js';
import type { ChannelAdapter } from '../channel.js';
import { carriesCampaign } from '../page-check.js';
import { readPostUrl } from '../post-address.js';
import { createPageReader } from '../web-page/page-reader.js';
import { refusals, views } from './__fixtures__/endpoint-answers.js';
import { createNaverBlogChannel } from './naver-blog-channel.js';

let standIn: StandIn;
let nowMs: number;
let adapter: ChannelAdapter;
beforeEach(async () => {
  nowMs = noon.getTime();
  standIn = await openStandIn(() => new Date(nowMs));
  adapter = create(standIn, `${standIn.sandbox.baseUrls.naver_blog}/posts`);
});
afterEach(() => standIn.close());

const create = (standIn: StandIn, baseUrl: string) =>
  createNaverBlogChannel({
    ...standIn.options(baseUrl),
    token: standIn.sandbox.credentials.naver_blog.BLOG_ENDPOINT_TOKEN,
  });

const toBlogSubject = (standIn: StandIn, createAdapter = create) =>
  toSubject(standIn, {
    create: (baseUrl) => createAdapter(standIn, baseUrl),
    baseUrl: `${standIn.sandbox.baseUrls.naver_blog}/posts`,
    provider: 'naver_blog',
    publishPath: '/posts',
    post: aPost({ images: [aPostImage(standIn.pictureUrl, { channel: 'naver_blog' })] }),
  });

channelAdapterContract('naver_blog', async () => toBlogSubject(await openStandIn()));

/** Strikes the next request of this kind, and its repetitions. */
function answerWith(method: string, code: number, body: unknown): void {
  standIn.sandbox.addFault({
    provider: 'naver_blog',
    match: { method },
    fault: { kind: 'status', code, body },
    times: 5,
  });
}

const placingMs = 10 * 60_000;
const failure = (error: unknown) => error;

describe('publishing through an endpoint of the store', () => {
  it('is submitted while a person has yet to place the post, then published at an address', async () => {
    const { externalId, state } = await adapter.publish(aPost(), { reference: 'r1' });
    const before = await adapter.track?.(externalId);
    nowMs += placingMs;
    const after = await adapter.track?.(externalId);

    expect([state, before?.state]).toEqual(['submitted', 'submitted']);
    expect(after).toMatchObject({ externalId, state: 'published', url: expect.stringContaining(externalId) });
  });

  it('leaves a page on which the campaign can be confirmed', async () => {
    const link = 'https://shop.example/e/winter26?from=naver_blog';
    const { externalId } = await adapter.publish(aPost({ link }), { reference: 'r1' });
    nowMs += placingMs;
    const { url = '' } = (await adapter.track?.(externalId)) ?? {};
    const { origin } = new URL(standIn.sandbox.url);
    const { policy } = standIn.options('');

    const address = readPostUrl('naver_blog', url, { standIn: origin });
    const read = createPageReader({ policy, standIn: origin }).read;
    const html = address.evidence === 'page' ? await read(address.page) : '';

    expect(carriesCampaign(html, { link, slug: 'winter26' })).toBe(true);
    expect(carriesCampaign(html, { link: 'https://shop.example/e/spring26', slug: 'spring26' })).toBe(false);
  });

  it('is seen by customers with its words and pictures, once', async () => {
    const image = aPostImage(standIn.pictureUrl, { channel: 'naver_blog' });
    const post = aPost({ images: [image], hashtags: ['행복분식'] });
    await adapter.publish(post, { reference: 'r1' });
    await adapter.publish(post, { reference: 'r1' });
    nowMs += placingMs;

    const [shown, ...others] = standIn.sandbox.shown();

    expect(others).toEqual([]);
    expect(shown?.text).toContain(post.text);
    expect(shown?.text).toContain(post.link);
    expect(shown?.media).toHaveLength(1);
  });

  it('sends the same to the byte when it sends again', async () => {
    const post = aPost({ images: [aPostImage(standIn.pictureUrl)] });
    await adapter.publish(post, { reference: 'r1' });
    await adapter.publish(post, { reference: 'r1' });

    expect(standIn.sandbox.publications()).toHaveLength(1);
    expect(standIn.sandbox.requests('naver_blog')).toHaveLength(2);
  });

  it('is in doubt, not refused, when its key has carried another post', async () => {
    await adapter.publish(aPost(), { reference: 'r1' });

    const error = await adapter.publish(aPost({ title: '다른 글' }), { reference: 'r1' }).catch(failure);

    expect(error).toMatchObject({ code: 'PROVIDER_006' });
    expect(outcomeOf(error)).toBe('in_doubt');
    expect(standIn.sandbox.publications()).toHaveLength(1);
  });

  it.each(refusals)('tells %s', async (_what, { code, body }, expected) => {
    answerWith('POST', code, body);

    const error = await adapter.publish(aPost(), { reference: 'r1' }).catch(failure);

    expect(error).toMatchObject({ code: expected });
  });

  it.each([
    ['too many tags', { hashtags: Array.from({ length: 31 }, (_, index) => `태그${index}`) }],
    ['a title that is too long', { title: '가'.repeat(101) }],
    ['no title', { title: ' ' }],
    ['no link', { link: '' }],
    ['a link that is no address', { link: 'javascript:alert(1)' }],
  ])('sends nothing with %s, and says so before', async (_what, over) => {
    const post = aPost(over);

    expect(adapter.check(post)).toHaveLength(1);
    await expect(adapter.publish(post, { reference: 'r1' })).rejects.toMatchObject({ code: 'USER_032' });
    expect(standIn.sandbox.requests('naver_blog')).toEqual([]);
  });

  it('takes a title and tags up to the limit', () => {
    const hashtags = Array.from({ length: 30 }, (_, index) => `태그${index}`);

    expect(adapter.check(aPost({ title: '가'.repeat(100), hashtags }))).toEqual([]);
  });
});

describe('following and withdrawing', () => {
  it.each(views)('reads %j', async (view, placement) => {
    answerWith('GET', 200, view);

    expect(await adapter.track?.('b')).toEqual(placement);
  });

  it('takes a post back, and twice does no harm', async () => {
    const { externalId } = await adapter.publish(aPost(), { reference: 'r1' });
    nowMs += placingMs;

    await adapter.withdraw?.(externalId, { reference: 'w1' });
    await adapter.withdraw?.(externalId, { reference: 'w1' });

    expect(await adapter.track?.(externalId)).toEqual({ externalId, state: 'withdrawn' });
    expect(standIn.sandbox.shown()).toEqual([]);
  });

  it('is content when there is nothing to take back', async () => {
    await expect(adapter.withdraw?.('blog_never', { reference: 'w1' })).resolves.toBeUndefined();
  });

  it('does not take a failure for a withdrawal', async () => {
    answerWith('DELETE', 403, {});

    await expect(adapter.withdraw?.('blog_1', { reference: 'w1' })).rejects.toMatchObject({
      code: 'AUTH_002',
    });
  });

  it('reaches no other address of the endpoint through an id', async () => {
    await adapter.track?.('../pages/x?y#z').catch(failure);

    expect(standIn.sandbox.requests('naver_blog').map(({ path }) => path)).toEqual([
      '/posts/..%2Fpages%2Fx%3Fy%23z',
    ]);
  });
});

it('would be caught publishing under a key of its own', async () => {
  let count = 0;
  const keyless = (standIn: StandIn, baseUrl: string): ChannelAdapter => {
    const { publish, ...rest } = create(standIn, baseUrl);
    return {
      ...rest,
      publish: (post, options) => publish(post, { ...options, reference: `own-${count++}` }),
    };
  };
  const check = faultChecks['reaches people once when the answer is lost'];
  const subject = withNetwork(toBlogSubject(standIn, keyless));

  await expect(check?.(subject)).rejects.toThrow();
});
