import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKtEvent } from './client.js';
import type { Http } from './http/http.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';

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

it('does not take silence for a yes', async () => {
  expect(await check(key, answering({ nothing: true }))).toMatchObject({ status: 'unverified' });
});
