import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import {
  type Answered,
  advance,
  call,
  dayMs,
  hourMs,
  openTestSandbox,
} from '../../testing/open-test-sandbox.js';
import { type ByteServer, jpegOfSize, serveBytes } from '../../testing/serve-bytes.js';

const picture = jpegOfSize(1080, 1350);
const film = Buffer.from('000000186674797069736f6d', 'hex');
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let sandbox: Sandbox;
let pictures: ByteServer;
let films: ByteServer;
beforeEach(async () => {
  [sandbox, pictures, films] = await Promise.all([openTestSandbox(), serveBytes(picture), serveBytes(film)]);
});
afterEach(() => Promise.all([sandbox.close(), pictures.close(), films.close()]));

const account = () => sandbox.credentials.instagram.IG_USER_ID;
const root = () => `${sandbox.baseUrls.instagram}/v26.0`;
const headers = () => ({ authorization: `Bearer ${sandbox.credentials.instagram.IG_ACCESS_TOKEN}` });
const get = (path: string) => call(`${root()}/${path}`, { headers: headers() });
const form = (path: string, fields: Record<string, string>) =>
  call(`${root()}/${account()}/${path}`, {
    method: 'POST',
    headers: headers(),
    body: new URLSearchParams(fields),
  });
const idOf = ({ json }: Answered) => String(json['id']);
const failure = ({ json }: Answered) => [json['error']?.['code'], json['error']?.['error_subcode']];
const item = async (fields: Record<string, string> = {}) =>
  idOf(await form('media', { image_url: pictures.url, is_carousel_item: 'true', ...fields }));
const gather = (children: readonly string[], caption = '두 장') =>
  form('media', { media_type: 'CAROUSEL', children: children.join(','), caption });
const publish = (creation_id: string) => form('media_publish', { creation_id });
const contain = async (caption: string) => idOf(await form('media', { image_url: pictures.url, caption }));
const stateOf = async (id: string) => (await get(`${id}?fields=status_code,status`)).json;

describe('the kinds of post of instagram', () => {
  it('gathers pictures and films in a carousel, which is one post', async () => {
    const children = [await item(), await item({ media_type: 'VIDEO', video_url: films.url })];
    const early = await gather(children);
    await advance(sandbox, 20_000);
    const carousel = idOf(await gather(children));
    const published = await publish(carousel);
    const again = await publish(carousel);
    const media = await get(`${idOf(published)}?fields=media_type`);

    expect(failure(early)).toEqual([24, 2_207_008]);
    expect(media.json['media_type']).toBe('CAROUSEL_ALBUM');
    expect(failure(again)).toEqual([24, 2_207_006]);
    expect(sandbox.publications()).toHaveLength(1);
    expect(sandbox.shown()).toMatchObject([{ text: '두 장', media: [hashOf(picture), hashOf(film)] }]);
  });

  it('refuses a carousel of one, of eleven, of strangers and of what was made to stand alone', async () => {
    const one = await item();
    const refused = [
      await gather([one]),
      await gather(Array.from({ length: 11 }, () => one)),
      await gather([one, '1']),
      await gather([one, await contain('혼자')]),
      await form('media', { image_url: pictures.url, is_carousel_item: 'true', caption: '말' }),
      await form('media', { media_type: 'VIDEO', video_url: films.url }),
      await publish(one),
    ];

    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
    expect(sandbox.shown()).toEqual([]);
  });

  it('shows a reel once it is published, and refuses a cover beyond its end', async () => {
    const fields = { media_type: 'REELS', video_url: films.url, share_to_feed: 'true', caption: '릴스' };
    const beyond = await form('media', { ...fields, thumb_offset: '900001' });
    const reel = idOf(await form('media', { ...fields, thumb_offset: '1000' }));
    const before = await stateOf(reel);
    await advance(sandbox, 20_000);
    await publish(reel);

    expect(failure(beyond)).toEqual([100, 2_207_057]);
    expect(before['status_code']).toBe('IN_PROGRESS');
    expect(sandbox.shown()).toMatchObject([{ channel: 'INSTAGRAM', media: [hashOf(film)] }]);
  });
});

describe('a client of instagram', () => {
  /** Posts seen after a client has tried twice to publish one picture. */
  async function seenAfter(
    twice: (make: () => Promise<string>) => Promise<readonly string[]>,
  ): Promise<number> {
    for (const container of await twice(() => contain('한 번'))) {
      await publish(container);
    }
    return sandbox.shown().length;
  }

  it('that keeps its container posts once', async () => {
    const kept = await seenAfter(async (make) => {
      const container = await make();
      return [container, container];
    });

    expect(kept).toBe(1);
  });

  it('that makes a container for each try is seen to post twice', async () => {
    expect(await seenAfter(async (make) => [await make(), await make()])).toBe(2);
  });
});

describe('the words that have instagram act up', () => {
  it('keeps a container in progress, fails one with a subcode, and lets one expire', async () => {
    const stuck = await contain('[sandbox:stuck]');
    const failed = await contain('[sandbox:error=2207053]');
    const expired = await contain('[sandbox:expired]');
    await advance(sandbox, hourMs);

    expect(await stateOf(stuck)).toMatchObject({ status_code: 'IN_PROGRESS' });
    expect(await stateOf(failed)).toMatchObject({
      status_code: 'ERROR',
      status: expect.stringContaining('2207053'),
    });
    expect(await stateOf(expired)).toMatchObject({ status_code: 'EXPIRED' });
    expect(failure(await publish(failed))).toEqual([-1, 2_207_053]);
  });

  it('sets the quota of a day', async () => {
    const usage = async () => (await get(`${account()}/content_publishing_limit?fields=config`)).json;
    const usual = await usage();
    await contain('[sandbox:quota=50]');

    expect(usual).toMatchObject({ data: [{ config: { quota_total: 100 } }] });
    expect(await usage()).toMatchObject({ data: [{ config: { quota_total: 50 } }] });
  });

  it('tells a high use, then refuses every call for an hour', async () => {
    const seen = await form('media', { image_url: pictures.url, caption: '[sandbox:usage=96]' });
    await contain('[sandbox:usage=100]');
    const refused = await get('me');
    await advance(sandbox, hourMs);

    expect(seen.headers.get('x-app-usage')).toContain('"call_count":96');
    expect(failure(refused)).toEqual([4, undefined]);
    expect(refused.headers.get('x-business-use-case-usage')).toContain(
      '"estimated_time_to_regain_access":60',
    );
    expect((await get('me')).status).toBe(200);
  });

  it('has too few viewers for insights', async () => {
    const published = idOf(await publish(await contain('[sandbox:few]')));
    await advance(sandbox, dayMs);

    expect(failure(await get(`${published}/insights?metric=reach`))[0]).toBe(10);
  });
});
