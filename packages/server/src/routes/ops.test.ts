import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { openStage, type Stage } from '../testing/open-stage.js';

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

describe('the description of the API', () => {
  it('is OpenAPI 3.1, of what programs use and nothing else', async () => {
    const { openapi, paths } = (await app.inject({ url: '/openapi.json' })).json();

    expect(openapi).toBe('3.1.0');
    const operations = Object.entries<object>(paths).map(([path, verbs]) => [path, ...Object.keys(verbs)]);
    expect(Object.fromEntries(operations)).toEqual({
      '/draws/{slug}/commitment.json': 'get',
      '/draws/{slug}/transcript.json': 'get',
      '/e/{slug}/entries': 'post',
      '/healthz': 'get',
      '/readyz': 'get',
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
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(post.responses['409'].description).toContain('USER_004: Already entered');
  });
});
