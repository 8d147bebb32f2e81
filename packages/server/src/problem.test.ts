import { randomUUID } from 'node:crypto';
import { type KtEvent, type KtEventError, StoreError } from '@kt-event/sdk';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from './app.js';
import { problemSchema } from './problem-schema.js';
import { aLottery, openStage, type Stage, whileOpen } from './testing/open-stage.js';
import { aKey, postJson } from './testing/requests.js';

const canary = { name: '카나리아', phone: '010-9876-5432', consent: true, overFourteen: true };

let stage: Stage;
let app: App;
let slug: string;
let failures: KtEventError[] = [];

/** A store that breaks in the middle of writing, with everything a careless message could hold. */
function failing(ktEvent: KtEvent): KtEvent {
  return {
    ...ktEvent,
    participate: async (_slug, input) => {
      throw new Error(`insert failed for ${input.name} ${input.phone} at /srv/secret/kt-event.db`);
    },
  };
}

/** What must not leave: a person's data, a stack, a path of this machine. */
function leaks(text: string): string[] {
  const digits = text.replace(/\D/g, '');
  return [
    ...(text.includes(canary.name) ? ['name'] : []),
    ...(digits.includes('1098765432') ? ['phone'] : []),
    ...(/\n\s+at |\\n\s+at |node_modules|\/srv\//.test(text) ? ['stack'] : []),
  ];
}

beforeAll(async () => {
  stage = await openStage();
  const campaign = await stage.publish(aLottery());
  slug = campaign.slug;
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, entriesPerMinute: 10_000 });
  await postJson(app, slug, canary, { 'idempotency-key': aKey(1) });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const refused: readonly (readonly [string, number, (accept: string) => Promise<LightMyRequestResponse>])[] = [
  ['a duplicate', 409, (accept) => postJson(app, slug, canary, { accept })],
  [
    'a key used before',
    422,
    (accept) => postJson(app, slug, { ...canary, name: '카나리아2' }, { accept, 'idempotency-key': aKey(1) }),
  ],
  [
    'a bad entry',
    400,
    (accept) =>
      postJson(app, slug, { ...canary, consent: false, name: `카나리아${'아'.repeat(40)}` }, { accept }),
  ],
  ['broken JSON', 400, (accept) => postJson(app, slug, `${JSON.stringify(canary)}x`, { accept })],
  ['too much', 413, (accept) => postJson(app, slug, { ...canary, more: 'x'.repeat(4_096) }, { accept })],
  ['another type', 415, (accept) => postJson(app, slug, canary, { accept, 'content-type': 'text/csv' })],
  ['an unknown event', 404, (accept) => postJson(app, 'zzzzzzzz', canary, { accept })],
  [
    'another verb',
    405,
    (accept) =>
      app.inject({ method: 'PUT', url: `/e/${slug}/entries?phone=${canary.phone}`, headers: { accept } }),
  ],
  [
    'an unknown page',
    404,
    (accept) => app.inject({ url: `/nothing?phone=${canary.phone}`, headers: { accept } }),
  ],
  [
    'an address that cannot be decoded',
    404,
    (accept) => app.inject({ url: '/e/%E0%A4%A', headers: { accept } }),
  ],
  ['a very long name', 404, (accept) => app.inject({ url: `/e/${'a'.repeat(8_000)}`, headers: { accept } })],
  [
    'a picture without its signature',
    403,
    (accept) => app.inject({ url: `/m/${slug}/x`, headers: { accept } }),
  ],
];

describe('a failure', () => {
  it.each(refused)('of %s leaves as problem details, without anybody’s data', async (_, status, send) => {
    const answer = await send('application/json');

    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(problemSchema.safeParse(answer.json())).toMatchObject({ success: true });
    expect(answer.json()).toMatchObject({ status, type: `urn:kt-event:error:${answer.json().code}` });
    expect(leaks(answer.body)).toEqual([]);
  });

  it.each(refused)('of %s is a Korean page in a browser', async (_, status, send) => {
    const answer = await send('text/html,application/xhtml+xml');

    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(/<h1>[가-힣 ]+<\/h1>/);
    expect(answer.body).not.toMatch(/kt-event status|--|USER_/);
    expect(leaks(answer.body)).toEqual([]);
  });

  it('of ours tells the client nothing and the operator everything', async () => {
    failures = [];
    const broken = await createApp({
      ktEvent: failing(stage.ktEvent),
      newId: randomUUID,
      onFailure: (error) => failures.push(error),
    });

    const answer = await postJson(broken, slug, canary);
    const page = await postJson(broken, slug, canary, { accept: 'text/html' });
    await broken.close();

    expect(answer.json()).toEqual({
      type: 'urn:kt-event:error:BUG_001',
      code: 'BUG_001',
      title: 'Unexpected failure',
      status: 500,
    });
    expect([...leaks(answer.body), ...leaks(page.body)]).toEqual([]);
    expect(page.body).toContain('다시 보내도 두 번 응모되지 않습니다');
    expect(failures.map(({ code }) => code)).toEqual(['BUG_001', 'BUG_001']);
  });

  it.each([
    [undefined, '1'],
    [400, '1'],
    [2_001, '3'],
  ])('of the disk says when to try again: %s ms', async (retryAfterMs, seconds) => {
    const details = retryAfterMs === undefined ? {} : { retryAfterMs };
    const busy = await createApp({
      ktEvent: {
        ...stage.ktEvent,
        participate: () => Promise.reject(new StoreError('STORE_005', { reason: 'queue is full' }, details)),
      },
      newId: randomUUID,
    });

    const answer = await postJson(busy, slug, canary);
    await busy.close();

    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, seconds]);
  });

  it('would be caught with a person’s data or a stack in it', () => {
    const careless = new Error(`insert failed for ${canary.name} +82 10 9876 5432`);

    expect(leaks(`${careless.stack}`)).toEqual(['name', 'phone', 'stack']);
  });

  it('names the verbs that an address does take', async () => {
    const answers = await Promise.all(
      (['DELETE', 'GET'] as const).map((method) => app.inject({ method, url: `/e/${slug}/entries` })),
    );
    const page = await app.inject({ method: 'POST', url: `/e/${slug}` });

    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.allow])).toEqual([
      [405, 'POST'],
      [405, 'POST'],
    ]);
    expect([page.statusCode, page.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});
