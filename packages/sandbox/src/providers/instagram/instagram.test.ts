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

let sandbox: Sandbox;
let host: ByteServer;
beforeEach(async () => {
  [sandbox, host] = await Promise.all([openTestSandbox(), serveBytes(jpegOfSize(1080, 1350))]);
});
afterEach(() => Promise.all([sandbox.close(), host.close()]));

const token = () => sandbox.credentials.instagram.IG_ACCESS_TOKEN;
const user = () => `${sandbox.baseUrls.instagram}/v26.0/${sandbox.credentials.instagram.IG_USER_ID}`;
const form = (url: string, parameters: Record<string, string>) =>
  call(url, { method: 'POST', body: new URLSearchParams({ access_token: token(), ...parameters }) });
const get = (path: string) =>
  call(`${sandbox.baseUrls.instagram}/v26.0/${path}`, { headers: { authorization: `Bearer ${token()}` } });
const contain = (parameters: Record<string, string> = {}) =>
  form(`${user()}/media`, { image_url: host.url, caption: '비 오는 날 #칼국수', ...parameters });
const publish = async (container: Promise<Answered>) =>
  form(`${user()}/media_publish`, { creation_id: String((await container).json['id']) });
const failure = ({ json }: Answered) => [json['error']?.['code'], json['error']?.['error_subcode']];

async function withMedia<T>(bytes: Buffer, act: (url: string) => Promise<T>): Promise<T> {
  const other = await serveBytes(bytes);
  try {
    return await act(other.url);
  } finally {
    await other.close();
  }
}

describe('instagram', () => {
  it('downloads the picture, publishes it once, and reads it back', async () => {
    const container = await contain();
    const ready = await get(`${container.json['id']}?fields=status_code,status`);
    const published = await publish(Promise.resolve(container));
    const again = await publish(Promise.resolve(container));
    const media = await get(`${published.json['id']}?fields=id,permalink,caption,media_type,timestamp`);
    const page = await fetch(String(media.json['permalink']));

    expect(host.hits()).toBe(1);
    expect(ready.json['status_code']).toBe('FINISHED');
    expect(media.json).toMatchObject({ caption: '비 오는 날 #칼국수', media_type: 'IMAGE' });
    expect(page.status).toBe(200);
    expect(again.status).toBe(400);
    expect((await get(`${container.json['id']}?fields=status_code`)).json['status_code']).toBe('PUBLISHED');
    expect(sandbox.publications()).toMatchObject([{ externalId: published.json['id'] }]);
  });

  it('can be reconciled after a lost answer: the container says PUBLISHED and the list has the media', async () => {
    const container = await contain();
    sandbox.addFault({
      provider: 'instagram',
      match: { path: `/v26.0/${sandbox.credentials.instagram.IG_USER_ID}/media_publish` },
      fault: { kind: 'accept_then_drop' },
    });

    await expect(publish(Promise.resolve(container))).rejects.toThrowError('fetch failed');
    const status = await get(`${container.json['id']}?fields=status_code`);
    const list = await get(`${sandbox.credentials.instagram.IG_USER_ID}/media?fields=id,timestamp&limit=5`);

    expect(status.json['status_code']).toBe('PUBLISHED');
    expect(list.json['data']?.['0']?.['id']).toBe(sandbox.publications()[0]?.externalId);
  });

  it.each([
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), [36_001, 2_207_005]],
    ['a tall picture', jpegOfSize(1080, 1920), [36_003, 2_207_009]],
    ['a wide picture', jpegOfSize(2000, 1000), [36_003, 2_207_009]],
    [
      'more than 8 MB',
      Buffer.concat([jpegOfSize(1080, 1350), Buffer.alloc(8 * 1024 * 1024)]),
      [36_000, 2_207_004],
    ],
  ])('refuses %s', async (_what, bytes, codes) => {
    const refused = await withMedia(bytes, (image_url) => contain({ image_url }));

    expect(failure(refused)).toEqual(codes);
  });

  it('never fetches from anywhere but loopback', async () => {
    for (const image_url of [
      'http://192.0.2.1/a.jpg',
      'file:///etc/hosts',
      'http://127.0.0.1.nip.io/a.jpg',
    ]) {
      expect(failure(await contain({ image_url }))).toEqual([9004, 2_207_052]);
    }
  });

  it('refuses a caption of 2,201 characters and a sixth hashtag', async () => {
    const long = await contain({ caption: '가'.repeat(2_201) });
    const tagged = await contain({ caption: '#a #b #c #d #e #f' });
    const allowed = await contain({ caption: `${'가'.repeat(2_185)}#a #b #c #d #e` });

    expect([long.status, tagged.status, allowed.status]).toEqual([400, 400, 200]);
  });

  it('lets a reel ripen before it is published, and a container expire after a day', async () => {
    const video = Buffer.from('000000186674797069736f6d', 'hex');
    const reel = await withMedia(video, (video_url) => contain({ media_type: 'REELS', video_url }));
    const early = await publish(Promise.resolve(reel));
    await advance(sandbox, 20_000);
    const ripe = await publish(Promise.resolve(reel));
    const forgotten = await contain();
    await advance(sandbox, dayMs);

    expect(failure(early)).toEqual([24, 2_207_008]);
    expect(ripe.status).toBe(200);
    expect(failure(await publish(Promise.resolve(forgotten)))).toEqual([-2, 2_207_020]);
  });

  it('counts the quota of a day', async () => {
    const id = sandbox.credentials.instagram.IG_USER_ID;
    const usage = async () =>
      (await get(`${id}/content_publishing_limit?fields=quota_usage,config`)).json['data'];
    for (let posts = 0; posts < 100; posts += 1) {
      await publish(contain());
    }
    const beyond = await publish(contain());
    const full = await usage();
    await advance(sandbox, dayMs);

    expect(failure(beyond)).toEqual([9, 2_207_042]);
    expect(full).toMatchObject([{ quota_usage: 100, config: { quota_total: 100, quota_duration: 86_400 } }]);
    expect(await usage()).toMatchObject([{ quota_usage: 0 }]);
    expect(sandbox.publications()).toHaveLength(100);
  });

  it('has no insights at first, then ones that grow, and none of the retired metrics', async () => {
    const { json } = await publish(contain());
    const reach = async () => {
      const insights = await get(`${json['id']}/insights?metric=reach,likes`);
      return Number(insights.json['data']?.['0']?.['values']?.['0']?.['value'] ?? -1);
    };
    const fresh = await reach();
    await advance(sandbox, 2 * hourMs);
    const soon = await reach();
    await advance(sandbox, 3 * dayMs);

    expect(fresh).toBe(-1);
    expect(soon).toBeGreaterThanOrEqual(0);
    expect(await reach()).toBeGreaterThan(soon);
    expect(failure(await get(`${json['id']}/insights?metric=impressions`))[0]).toBe(100);
  });

  it('refreshes a token a day old, refuses a fresh one, and lets the first expire', async () => {
    const refresh = (value: string) =>
      call(
        `${sandbox.baseUrls.instagram}/refresh_access_token?grant_type=ig_refresh_token&access_token=${value}`,
      );
    const me = (value: string) => call(`${sandbox.baseUrls.instagram}/v26.0/me?access_token=${value}`);

    const refreshed = await refresh(token());
    const next = String(refreshed.json['access_token']);
    const early = await refresh(next);
    await advance(sandbox, 59 * dayMs);

    expect(refreshed.json).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
    expect(early.status).toBe(400);
    expect(failure(await me(token()))).toEqual([190, 463]);
    expect((await me(next)).status).toBe(200);
  });

  it('refuses no token, a wrong one, a stranger, an unknown field and an ended version', async () => {
    const bare = await call(`${user()}/media`);
    const wrong = await call(`${user()}?access_token=nonsense`);

    expect(failure(bare)).toEqual([190, undefined]);
    expect(failure(wrong)).toEqual([190, 467]);
    expect(failure(await get('17841400000000009'))).toEqual([100, 33]);
    expect(failure(await get('me?fields=secrets'))[0]).toBe(100);
    expect(failure(await call(`${sandbox.baseUrls.instagram}/v20.0/me?access_token=${token()}`))[0]).toBe(
      100,
    );
  });
});
