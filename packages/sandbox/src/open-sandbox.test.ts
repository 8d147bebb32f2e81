import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox } from './open-sandbox.js';
import { providerNames } from './provider-name.js';
import type { Sandbox } from './sandbox.js';
import { call, openTestSandbox, postJson, testInstant } from './testing/open-test-sandbox.js';
import { send, sms } from './testing/solapi-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 300 });
    const settle = (isOpen: boolean) => () => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.on('connect', settle(true)).on('error', settle(false)).on('timeout', settle(false));
  });
}

describe('openSandbox', () => {
  it('listens on loopback and on no other address of the machine', async () => {
    const port = Number(new URL(sandbox.url).port);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');

    expect(await connects('127.0.0.1', port)).toBe(true);
    expect(await Promise.all(others.map(({ address }) => connects(address, port)))).not.toContain(true);
  });

  it('refuses to listen anywhere else', async () => {
    const options: object = { now: () => new Date(), host: '0.0.0.0' };

    await expect(openSandbox({ now: () => new Date(), ...options })).rejects.toThrowError('127.0.0.1 only');
  });

  it('refuses a request that came under a foreign host name', async () => {
    const { port } = new URL(sandbox.url);
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });

    expect(status).toBe(403);
  });

  it('has a base URL, credentials and an environment for every provider', () => {
    expect(Object.keys(sandbox.baseUrls)).toEqual([...providerNames]);
    expect(sandbox.environment()).toMatchObject({
      IG_BASE_URL: `${sandbox.url}/instagram`,
      SOLAPI_API_KEY: sandbox.credentials.solapi.SOLAPI_API_KEY,
      DRAND_CHAIN: expect.stringContaining(sandbox.drandInfo.public_key),
    });
  });

  it('records what arrived without a secret and without a whole phone number', async () => {
    const { IG_ACCESS_TOKEN } = sandbox.credentials.instagram;
    const { DATA_GO_KR_SERVICE_KEY } = sandbox.credentials.nts;
    await send(sandbox, { messages: [sms('01012345678', '문의 010-9876-5432')] });
    await call(`${sandbox.url}/instagram/v26.0/me?access_token=${IG_ACCESS_TOKEN}`);
    await postJson(`${sandbox.url}/nts/status?serviceKey=${encodeURIComponent(DATA_GO_KR_SERVICE_KEY)}`, {});
    await call(`${sandbox.url}/anthropic/v1/models`, { headers: { 'x-api-key': 'sk-real-looking' } });

    const seen = JSON.stringify((await call(`${sandbox.url}/__sandbox/requests`)).json);

    expect(sandbox.requests()).toHaveLength(4);
    expect(sandbox.requests('solapi')[0]?.body).toContain('010****5678');
    for (const hidden of ['01012345678', '010-9876-5432', '0212345678', 'signature=', 'sk-real-looking']) {
      expect(seen).not.toContain(hidden);
    }
    for (const secret of [
      IG_ACCESS_TOKEN,
      DATA_GO_KR_SERVICE_KEY,
      encodeURIComponent(DATA_GO_KR_SERVICE_KEY),
    ]) {
      expect(seen).not.toContain(secret);
    }
  });

  it('moves its clock by an offset and to an instant, and never backwards by an offset', async () => {
    const moved = await postJson(`${sandbox.url}/__sandbox/clock`, { advanceMs: 60_000 });
    const refused = await postJson(`${sandbox.url}/__sandbox/clock`, { advanceMs: -1 });
    const set = await postJson(`${sandbox.url}/__sandbox/clock`, { now: '2027-01-01T00:00:00Z' });

    expect(Date.parse(String(moved.json['now'])) - Date.parse(testInstant)).toBe(60_000);
    expect(refused.status).toBe(400);
    expect(set.json['now']).toBe('2027-01-01T00:00:00.000Z');
  });

  it('forgets what was published when it is reset', async () => {
    await send(sandbox, { messages: [sms('01012345678')] });
    const before = sandbox.publications();

    await postJson(`${sandbox.url}/__sandbox/reset`, {});

    expect(before).toHaveLength(1);
    expect(sandbox.publications()).toEqual([]);
    expect((await call(`${sandbox.url}/__sandbox/state`)).json['publications']).toEqual([]);
  });

  it('gives the same ids and bytes for the same seed and requests, and others for another seed', async () => {
    const ask = async (seed: string) => {
      const opened = await openTestSandbox({ seed });
      const { json } = await send(opened, { messages: [sms('01012345678')] });
      const headers = { 'x-api-key': opened.credentials.anthropic.ANTHROPIC_API_KEY };
      const image = await postJson(`${opened.url}/sdwebui/sdapi/v1/txt2img`, {
        prompt: 'soup',
        width: 64,
        height: 64,
      });
      const models = await call(`${opened.url}/anthropic/v1/models`, { headers });
      await opened.close();
      return JSON.stringify([json, image.json, models.json, opened.drandInfo]);
    };

    const [first, again, other] = await Promise.all([ask('a'), ask('a'), ask('b')]);

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
