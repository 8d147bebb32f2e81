import { randomUUID } from 'node:crypto';
import type { Campaign } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aLottery, openStage, type Stage } from '../testing/open-stage.js';

let stage: Stage;
let app: App;
let campaign: Campaign;
let address: string;

beforeAll(async () => {
  stage = await openStage();
  campaign = await stage.publish(aLottery());
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, requestsPerMinute: 10_000 });
  const picture = campaign.creatives.find(({ mediaType }) => mediaType === 'image/jpeg');
  address = picture ? stage.ktEvent.mediaPath(campaign, picture) : '';
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const statusOf = async (url: string, method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' = 'GET') =>
  (await app.inject({ method, url })).statusCode;

describe('a signed address', () => {
  it('opens its picture, and nothing else', async () => {
    const { statusCode, headers, rawPayload } = await app.inject({ url: address });

    expect([statusCode, headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(await statusOf(address, 'HEAD')).toBe(200);
  });

  it('says what it sends, how long it is, and that it may be kept for minutes only', async () => {
    const { headers, rawPayload } = await app.inject({ url: address });
    const head = await app.inject({ url: address, method: 'HEAD' });

    expect(headers).toMatchObject({
      'content-length': String(rawPayload.length),
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
    expect(head.headers).toMatchObject({
      etag: headers.etag,
      'content-type': 'image/jpeg',
      'content-length': String(rawPayload.length),
    });
    expect(head.rawPayload).toHaveLength(0);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await app.inject({ url: address });
    const again = await app.inject({ url: address, headers: { 'if-none-match': `W/"x", ${headers.etag}` } });

    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  });

  it('comes in pieces, from its start to its end', async () => {
    const { rawPayload: whole } = await app.inject({ url: address });
    const pieceOf = async (range: string) => {
      const { statusCode, headers, rawPayload } = await app.inject({ url: address, headers: { range } });
      return { statusCode, contentRange: headers['content-range'], rawPayload };
    };
    const [start, end] = [await pieceOf('bytes=0-99'), await pieceOf('bytes=100-')];

    expect(Buffer.concat([start.rawPayload, end.rawPayload]).equals(whole)).toBe(true);
    expect([start.statusCode, start.contentRange]).toEqual([206, `bytes 0-99/${whole.length}`]);
    expect((await pieceOf('bytes=-1')).rawPayload).toEqual(whole.subarray(-1));
    expect(await pieceOf(`bytes=${whole.length}-`)).toMatchObject({
      statusCode: 416,
      contentRange: `bytes */${whole.length}`,
    });
    expect((await pieceOf('bytes=0-1,3-4')).statusCode).toBe(200);
  });

  it('comes as a whole to who has a piece of another version', async () => {
    const { headers } = await app.inject({ url: address });
    const pieceIf = async (tag: unknown) => {
      const given = { range: 'bytes=0-9', 'if-range': String(tag) };
      return (await app.inject({ url: address, headers: given })).statusCode;
    };

    expect([await pieceIf(headers.etag), await pieceIf('"other"')]).toEqual([206, 200]);
  });

  it('opens nothing for another version of the media than the present one', async () => {
    const picture = campaign.creatives.find(({ mediaType }) => mediaType === 'image/jpeg');
    const of = (mediaVersion: number) =>
      picture ? stage.ktEvent.mediaPath({ ...campaign, mediaVersion }, picture) : '';

    const { mediaVersion } = campaign;
    expect(await statusOf(of(mediaVersion))).toBe(200);
    expect(await statusOf(of(mediaVersion + 1))).toBe(403);
  });

  it('is refused with a problem that repeats nothing of the address', async () => {
    const { headers, body } = await app.inject({ url: `${address}&from=print` });

    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'AUTH_003' });
    expect(body).not.toMatch(/sig=|kid|instagram/);
  });

  it.each<[string, (url: string) => string]>([
    ['without its signature', (url) => url.replace(/&sig=.*/, '')],
    [
      'with another signature',
      (url) => url.replace(/sig=./, (found) => `sig=${found.endsWith('A') ? 'B' : 'A'}`),
    ],
    ['with a later end', (url) => url.replace(/exp=\d/, 'exp=9')],
    ['with one more parameter', (url) => `${url}&from=print`],
    ['with a parameter twice', (url) => `${url}&v=1`],
    ['for another version', (url) => url.replace('v=1', 'v=2')],
    ['without a version', (url) => url.replace('v=1&', '')],
    ['under another key', (url) => url.replace('kid=1', 'kid=2')],
    ['for another creative', (url) => url.replace('instagram-square', 'print-poster-png')],
    ['with a slash more', (url) => url.replace('?', '/?')],
    ['spelt in another way', (url) => url.replace('instagram-square', 'instagram%2Dsquare')],
    [
      'with an encoded way out of the folder',
      (url) => url.replace('instagram-square', '..%2f..%2fdata%2fmaster.key'),
    ],
    ['with a second question mark', (url) => `${url}?x=1`],
  ])('%s opens nothing', async (_, change) => {
    expect(change(address)).not.toBe(address);
    expect(await statusOf(change(address))).toBe(403);
  });

  it('would be seen to open something if what was not signed were ignored', async () => {
    const { ktEvent } = stage;
    const careless: typeof ktEvent = {
      ...ktEvent,
      openMedia: (path, { from: _, ...query }) => ktEvent.openMedia(path, query),
    };
    const other = await createApp({ ktEvent: careless, newId: randomUUID });
    const { statusCode } = await other.inject({ url: `${address}&from=print` });
    await other.close();

    expect(statusCode).toBe(200);
  });

  it.each(['PUT', 'POST', 'DELETE'] as const)('is for reading, not for %s', async (method) => {
    expect(await statusOf(address, method)).toBe(403);
  });

  it('stops working after seven days', async () => {
    const before = await statusOf(address);
    stage.moveTo(new Date(stage.now().getTime() + 604_800_000).toISOString());

    expect([before, await statusOf(address)]).toEqual([200, 403]);
  });
});
