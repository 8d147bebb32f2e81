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

  it.each<[string, (url: string) => string]>([
    ['without its signature', (url) => url.replace(/&sig=.*/, '')],
    [
      'with another signature',
      (url) => url.replace(/sig=./, (found) => `sig=${found.endsWith('A') ? 'B' : 'A'}`),
    ],
    ['with a later end', (url) => url.replace(/exp=\d/, 'exp=9')],
    ['with one more parameter', (url) => `${url}&from=print`],
    ['with a parameter twice', (url) => `${url}&v=1`],
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

  it.each(['PUT', 'POST', 'DELETE'] as const)('is for reading, not for %s', async (method) => {
    expect(await statusOf(address, method)).toBe(403);
  });

  it('stops working after seven days', async () => {
    const before = await statusOf(address);
    stage.moveTo(new Date(stage.now().getTime() + 604_800_000).toISOString());

    expect([before, await statusOf(address)]).toEqual([200, 403]);
  });
});
