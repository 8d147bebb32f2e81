import { randomUUID } from 'node:crypto';
import type { KtEvent, ProviderHealth } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import type { AppOptions } from '../app-options.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aHealthy, aPaused, minutesLater } from '../testing/provider-health.js';
import { aPerson } from '../testing/requests.js';

let stage: Stage;
let app: App;

beforeEach(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID });
});
afterEach(async () => {
  await app.close();
  await stage.close();
});

describe('whoever watches the server', () => {
  it('sees that it is alive and ready', async () => {
    const answers = await Promise.all(['/healthz', '/readyz'].map((url) => app.inject({ url })));

    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual([
      [200, { status: 'ok' }],
      [200, { status: 'ready' }],
    ]);
  });

  it('sees that it is alive but not ready when the store is gone', async () => {
    await stage.ktEvent.close();

    const ready = await app.inject({ url: '/readyz' });

    expect(ready.statusCode).toBe(503);
    expect(ready.headers).toMatchObject({ 'retry-after': '1' });
    expect(ready.json()).toMatchObject({ code: 'STORE_006', status: 503 });
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
  });
});

describe('the figures for Prometheus', () => {
  const openWith = async (over: Partial<KtEvent>, options: Partial<AppOptions> = {}) => {
    await app.close();
    const ktEvent = { ...stage.ktEvent, ...over };
    app = await createApp({ ktEvent, newId: randomUUID, now: () => minutesLater(6), ...options });
  };

  it('tell how the providers are, now', async () => {
    let state: ProviderHealth = aPaused({ provider: 'kt' });
    await openWith({ providers: async () => [state] });
    const open = await app.inject({ url: '/metrics' });
    state = aHealthy({ provider: 'kt', counts: { ...state.counts, calls: 13, answered: 2 } });
    const closed = await app.inject({ url: '/metrics' });

    expect(open.statusCode).toBe(200);
    expect(open.headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(open.body).toContain('kt_event_provider_circuit_state{provider="kt",state="open"} 1');
    expect(closed.body).toContain('kt_event_provider_circuit_state{provider="kt",state="open"} 0');
    expect(closed.body).toContain('kt_event_provider_calls_total{provider="kt",outcome="answered"} 2');
  });

  it('are there before any provider was called, however often they are asked for', async () => {
    await openWith({}, { requestsPerMinute: 1 });

    const answers = await Promise.all([1, 2, 3].map(() => app.inject({ url: '/metrics' })));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toContain('# TYPE kt_event_provider_calls_total counter');
  });

  it('hold nothing of campaigns and people', async () => {
    const { id, slug } = await stage.publish(aLottery());
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(id);
    await stage.ktEvent.participate(slug, aPerson(1));

    const { body } = await app.inject({ url: '/metrics' });

    expect(body).toContain('kt_event_publications{channel="instagram",state="prepared"} 1');
    expect(body).toContain('kt_event_runs{state="waiting"} 1');
    for (const secret of [id, slug, aPerson(1).phone, '카페', '010-7700']) expect(body).not.toContain(secret);
  });

  it('are not given when they are not known', async () => {
    await stage.ktEvent.close();

    const answer = await app.inject({ url: '/metrics' });

    expect(answer.statusCode).toBeGreaterThanOrEqual(500);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1, of what programs use and nothing else', async () => {
    const { openapi, paths } = (await app.inject({ url: '/openapi.json' })).json();

    expect(openapi).toBe('3.1.0');
    const operations = Object.entries<object>(paths).map(([path, verbs]) => [path, ...Object.keys(verbs)]);
    expect(Object.fromEntries(operations)).toEqual({
      '/draws/{slug}/audit-heads.json': 'get',
      '/draws/{slug}/commitment.json': 'get',
      '/draws/{slug}/inclusion/{entryId}': 'get',
      '/draws/{slug}/transcript.json': 'get',
      '/draws/{slug}/void.json': 'get',
      '/e/{slug}/challenge': 'get',
      '/e/{slug}/entries': 'post',
      '/e/{slug}/phone-code': 'post',
      '/healthz': 'get',
      '/readyz': 'get',
      '/webhooks/kt': 'post',
      '/webhooks/naver-blog': 'post',
      '/webhooks/nhn': 'post',
      '/webhooks/solapi/{token}': 'post',
    });
  });

  it('says of an entry what is asked, what is answered and how it can fail', async () => {
    const { post } = (await app.inject({ url: '/openapi.json' })).json().paths['/e/{slug}/entries'];

    expect(post.parameters).toMatchObject([
      { in: 'path', name: 'slug', required: true },
      { in: 'header', name: 'idempotency-key', required: false, schema: { minLength: 16, maxLength: 255 } },
    ]);
    expect(post.requestBody.content['application/json'].schema).toMatchObject({
      required: ['name', 'phone', 'consent', 'overFourteen'],
      additionalProperties: false,
      properties: { name: { maxLength: 40 }, consent: { enum: [true] } },
    });
    const receipt = post.responses['201'].content['application/json'].schema;
    expect(receipt.required).toEqual(expect.arrayContaining(['entryId', 'salt', 'seq', 'signature']));
    expect(post.responses['200'].content['application/json'].schema).toEqual(receipt);
    const problems = Object.entries<{ content: object }>(post.responses).filter(
      ([, { content }]) => 'application/problem+json' in content,
    );
    expect(problems.map(([status]) => status)).toEqual([
      '400',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '428',
      '429',
      '503',
      '504',
    ]);
    expect(post.responses['409'].description).toContain('USER_004: Already entered');
  });
});
