import { createHmac, randomUUID } from 'node:crypto';
import type { Http, KtEvent, KtEventError } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import type { AppOptions } from '../app-options.js';
import { createGate } from '../testing/gate.js';
import { aLottery, openStage, type Stage } from '../testing/open-stage.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const token = 'f'.repeat(32);
const environment = {
  KT_BASE_URL: 'http://127.0.0.1:1/kt',
  KT_API_TOKEN: 'token',
  KT_WEBHOOK_SECRET: secret,
  SOLAPI_WEBHOOK_TOKEN: token,
  NHN_WEBHOOK_SIGNATURE: 'text of the console',
};
const deploymentId = 'kt_1';

/** What KT says of its one order, and when it gets round to it. */
interface Kt {
  status: string;
  code: number;
  asked: number;
  ready: Promise<void>;
}

let kt: Kt;
let stage: Stage;
let app: App;
let campaignId: string;
const failures: KtEventError[] = [];

const http: Http = async ({ method }) => {
  if (method === 'GET') {
    kt.asked += 1;
    await kt.ready;
  }
  const bytes = Buffer.from(JSON.stringify({ deploymentId, status: kt.status }));
  return { status: method === 'GET' ? kt.code : 201, headers: {}, bytes };
};

async function openApp(over: Partial<AppOptions> = {}): Promise<void> {
  app = await createApp({
    ktEvent: stage.ktEvent,
    newId: randomUUID,
    onFailure: (error) => failures.push(error),
    ...over,
  });
}

beforeEach(async () => {
  kt = { status: 'RECEIVED', code: 200, asked: 0, ready: Promise.resolve() };
  failures.length = 0;
  stage = await openStage({ environment, http });
  const { id } = await stage.publish(aLottery({ store, channels: ['genie_tv'] }));
  campaignId = id;
  await openApp();
});
afterEach(async () => {
  await app.close();
  await stage.close();
});

const store = {
  name: '카페 온도',
  industry: 'cafe',
  region: '서울 마포구',
  phone: '02-1234-5678',
  businessNumber: '123-45-67891',
};

async function state(): Promise<string | undefined> {
  return (await stage.ktEvent.status(campaignId)).publications[0]?.state;
}

const onAir = JSON.stringify({ type: 'deployment.status', data: { deploymentId, status: 'ON_AIR' } });

interface Call {
  readonly id?: string;
  readonly body?: string;
  readonly signed?: string;
  readonly type?: string;
}

function call({ id = 'msg_1', body = onAir, signed = body, type = 'application/json' }: Call = {}) {
  const timestamp = String(Math.floor(stage.now().getTime() / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${signed}`).digest('base64');
  const headers = {
    'content-type': type,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  return app.inject({ method: 'POST', url: '/webhooks/kt', headers, payload: body });
}

/** Whether a lie of somebody who knows the secret is kept. */
async function believes(over: Partial<AppOptions>): Promise<boolean> {
  kt.status = 'IN_REVIEW';
  await app.close();
  await openApp(over);
  await call();
  await expect.poll(() => state()).not.toBe('submitted');
  return (await state()) === 'published';
}

describe('a call back over HTTP', () => {
  it('is answered before KT is, whose answer is then kept', async () => {
    const gate = createGate();
    kt = { ...kt, status: 'ON_AIR', ready: gate.opened };

    const answer = await call();
    await expect.poll(() => kt.asked).toBe(1);
    const meanwhile = await state();
    gate.open();

    await expect.poll(() => state()).toBe('published');
    expect([answer.statusCode, answer.body, meanwhile]).toEqual([204, '', 'submitted']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('is not believed', async () => {
    expect(await believes({})).toBe(false);
  });

  it('would be caught being believed', async () => {
    const hear: KtEvent['hear'] = async () => {
      await stage.ktEvent.markPublication(campaignId, 'genie_tv', { state: 'published' });
      return true;
    };

    expect(await believes({ ktEvent: { ...stage.ktEvent, hear } })).toBe(true);
  });

  it('that is forged gets 401, and nobody is asked', async () => {
    const answers = [await call({ signed: `${onAir} ` }), await call({ body: '', signed: onAir })];
    const unsigned = { method: 'POST', url: '/webhooks/kt', payload: {} } as const;
    answers.push(await app.inject(unsigned), await app.inject({ ...unsigned, url: '/webhooks/naver-blog' }));

    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(answers.map(() => [401, '']));
    expect(kt.asked).toBe(0);
  });

  it('gets the same answer whether its id is known here or not', async () => {
    const known = await call({ id: 'msg_1' });
    const unknown = await call({ id: 'msg_2', body: onAir.replace(deploymentId, 'kt_2') });

    expect([known.statusCode, unknown.statusCode]).toEqual([204, 204]);
    expect(known.body).toBe(unknown.body);
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
  });

  it.each(['application/json; charset=utf-8', 'application/cloudevents+json', 'text/json'])(
    'is taken as %s, to the byte',
    async (type) => {
      const body = `${onAir} \n`; // a parser would lose the end, and the signature with it

      expect((await call({ body, type })).statusCode).toBe(204);
    },
  );

  it.each([
    ['another type', 415, 'USER_036', { type: 'application/x-www-form-urlencoded' }],
    ['no end', 413, 'USER_035', { body: 'x'.repeat(65_537) }],
  ])('of %s is refused', async (_, status, code, over) => {
    const answer = await call(over);

    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
    if (status === 413) expect(answer.json().detail).toContain('65536');
  });

  it('after which KT does not answer is told to who watches, without a word of it', async () => {
    kt.code = 500;

    const { statusCode } = await call({ body: onAir.replace('ON_AIR', 'canary') });

    await expect.poll(() => failures).toHaveLength(1);
    expect(statusCode).toBe(204);
    expect(JSON.stringify(failures)).toContain('"kt"');
    expect(JSON.stringify(failures)).not.toMatch(/canary|whsec|msg_1/);
  });

  it('comes as often from one address as other requests do', async () => {
    await app.close();
    await openApp({ requestsPerMinute: 2 });

    const answers = [await call(), await call(), await call()];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 429]);
  });

  it('is posted, and nothing else', async () => {
    const answer = await app.inject({ url: '/webhooks/kt' });

    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('a dealer of messages', () => {
  const post = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, headers, payload: { event: 'MESSAGE_RESULT_UPDATE', hooks: [] } });

  it('is heard at the address that nobody can guess', async () => {
    const urls = [token, `${token}f`, token.slice(1), 'x'].map((each) => `/webhooks/solapi/${each}`);
    const answers = await Promise.all(urls.map((url) => post(url)));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 401, 401, 401]);
  });

  it('is heard with the text of its console', async () => {
    const signatures = ['text of the console', 'text of the consol', ''];
    const answers = await Promise.all(
      signatures.map((text) => post('/webhooks/nhn', { 'x-toast-webhook-signature': text })),
    );

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 401, 401]);
  });
});

it('is described for programs', async () => {
  const { paths } = (await app.inject({ url: '/openapi.json' })).json();
  const { post } = paths['/webhooks/solapi/{token}'];

  expect(post.parameters).toMatchObject([{ in: 'path', name: 'token', required: true }]);
  expect(Object.keys(post.responses)).toEqual(['204', '401', '413', '415', '429']);
});
