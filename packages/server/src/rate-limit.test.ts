import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from './app.js';
import type { AppOptions } from './app-options.js';
import { aLottery, openStage, type Stage, whileOpen } from './testing/open-stage.js';
import { aPerson, postJson } from './testing/requests.js';

let stage: Stage;
let slug: string;
let app: App | undefined;

const open = async (options: Partial<AppOptions>): Promise<App> => {
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, ...options });
  return app;
};

beforeAll(async () => {
  stage = await openStage();
  const campaign = await stage.publish(aLottery());
  slug = campaign.slug;
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
});
afterEach(() => app?.close());
afterAll(() => stage.close());

describe('too many requests from one address', () => {
  it('are told to wait, once twenty entries have come in a minute', async () => {
    const limited = await open({});
    const statuses: number[] = [];
    const devices = [1, 2, 3, 4, 5].map(() => ({ cookie: `kt-device=${stage.ktEvent.devices.issue()}` }));
    const post = (no: number) => postJson(limited, slug, aPerson(no), devices[no % 5]);
    for (let no = 1; no <= 20; no += 1) statuses.push((await post(no)).statusCode);

    const refused = await post(21);

    expect(new Set(statuses)).toEqual(new Set([201]));
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'USER_014']);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.json().detail).toContain(`${seconds} s`);
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '20', 'ratelimit-remaining': '0' });
    expect((await limited.inject({ url: `/e/${slug}` })).statusCode).toBe(200);
  });

  it('are told to wait for pages too, those that do not exist included, but not for the health of the server', async () => {
    const limited = await open({ requestsPerMinute: 3 });
    const statusOf = async (url: string) => (await limited.inject({ url })).statusCode;
    const pages = [
      await statusOf(`/e/${slug}`),
      await statusOf('/e/zzzz'),
      await statusOf('/nothing'),
      await statusOf('/nothing'),
    ];

    expect(pages).toEqual([200, 404, 404, 429]);
    expect([await statusOf(`/e/${slug}`), await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([
      429, 200, 200,
    ]);
  });

  it('cannot pass for those of others by a header', async () => {
    const limited = await open({ entriesPerMinute: 1 });
    const from = (address: string, no: number) =>
      postJson(limited, slug, aPerson(no), { 'x-forwarded-for': address });

    const statuses = [(await from('203.0.113.1', 31)).statusCode, (await from('203.0.113.2', 32)).statusCode];

    expect(statuses).toEqual([201, 429]);
  });

  it('are told apart behind a proxy that is trusted, by what the proxy itself saw', async () => {
    const limited = await open({ entriesPerMinute: 1, trustedProxy: '127.0.0.1' });
    const from = (forwarded: string, no: number) =>
      postJson(limited, slug, aPerson(no), { 'x-forwarded-for': forwarded });

    const statuses = [
      (await from('203.0.113.1', 41)).statusCode,
      (await from('203.0.113.2', 42)).statusCode,
      (await from('198.51.100.9, 203.0.113.2', 43)).statusCode,
    ];

    expect(statuses).toEqual([201, 201, 429]);
  });
});
