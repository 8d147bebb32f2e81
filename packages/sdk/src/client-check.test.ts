import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberBusinesses } from './business-answers.js';
import { createKtEvent } from './client.js';
import type { Http } from './http/http.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';
import { createNtsRegistry } from './providers/nts/nts-registry.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(environment: Record<string, string>, http: Http, channels?: ['instagram']) {
  const ktEvent = await createKtEvent({ folder, output: join(folder, 'out'), environment, http });
  try {
    const { businessNumber: _, ...store } = aBrief().store;
    return await ktEvent.checkBusiness(channels ? aBrief({ store, channels }) : aBrief());
  } finally {
    await ktEvent.close();
  }
}

const answering = (body: object) =>
  vi.fn<Http>(async () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    bytes: new TextEncoder().encode(JSON.stringify(body)),
  }));
const closed = answering({ data: [{ b_stt_cd: '03' }] });
const key = { DATA_GO_KR_SERVICE_KEY: 'decoded+key/==' };

it('asks the tax service with the key that is there', async () => {
  expect(await check(key, closed)).toEqual({
    businessNumber: '123-45-67891',
    status: 'closed',
    mode: 'live',
    answeredAt: expect.stringMatching(/\+09:00$/),
  });
});

it('asks nobody without a key or without a number, and says so', async () => {
  const http = vi.fn<Http>();

  expect(await check({}, http)).toMatchObject({ status: 'not_asked', mode: undefined });
  expect(await check(key, http, ['instagram'])).toMatchObject({
    businessNumber: undefined,
    status: 'not_asked',
  });
  expect(http).not.toHaveBeenCalled();
});

it('asks once in an hour, and stands by what it heard while nobody answers', async () => {
  let at = Date.parse('2026-12-01T00:00:00Z');
  let silent = false;
  const http = vi.fn<Http>(async () => {
    const body = silent ? { nothing: true } : { data: [{ b_stt_cd: '01' }] };
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      bytes: new TextEncoder().encode(JSON.stringify(body)),
    };
  });
  const answers = rememberBusinesses({ now: () => new Date(at) });
  const registry = createNtsRegistry({
    baseUrl: 'https://nts.example',
    mode: 'live',
    serviceKey: 'k',
    http,
    policy: (call) => call(new AbortController().signal),
  });
  try {
    vi.useFakeTimers({ now: at, toFake: ['Date'] });
    const first = await answers.of('123-45-67891', registry);
    await answers.of('123-45-67891', registry);
    expect(http).toHaveBeenCalledTimes(1);

    at += 2 * 3_600_000;
    vi.setSystemTime(at);
    silent = true;
    expect(await answers.of('123-45-67891', registry)).toEqual(first);
    expect(http).toHaveBeenCalledTimes(2);
    expect(await answers.of('220-81-62517', registry)).toBeUndefined();

    silent = false;
    at += 24 * 3_600_000;
    vi.setSystemTime(at);
    expect(await answers.of('123-45-67891', registry)).toEqual({
      status: 'active',
      answeredAt: '2026-12-02T11:00:00+09:00',
    });
  } finally {
    vi.useRealTimers();
    await answers.close();
  }
});

it('does not take silence for a yes', async () => {
  expect(await check(key, answering({ nothing: true }))).toMatchObject({ status: 'unverified' });
});
