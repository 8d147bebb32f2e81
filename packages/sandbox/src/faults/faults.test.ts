import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox.js';
import { ktOrder } from '../testing/kt-order.js';
import {
  type Answered,
  call,
  hourMs,
  openTestSandbox,
  postJson,
  testInstant,
} from '../testing/open-test-sandbox.js';
import { send, sms } from '../testing/solapi-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const keyed = (key: string, extra = {}) => ({
  authorization: `Bearer ${sandbox.credentials.kt.KT_API_TOKEN}`,
  'idempotency-key': `"${key}"`,
  ...extra,
});
const deploy = (key: string, extra = {}): Promise<Answered> =>
  postJson(`${sandbox.baseUrls.kt}/deploy`, ktOrder(), keyed(key, extra));
const fetchDeploy = (extra: object) =>
  fetch(`${sandbox.baseUrls.kt}/deploy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...keyed('k', extra) },
    body: JSON.stringify(ktOrder()),
  });

describe('faults', () => {
  it('accept_then_drop does the work and loses the answer', async () => {
    sandbox.addFault({ provider: 'kt', fault: { kind: 'accept_then_drop' } });

    await expect(deploy('k1')).rejects.toThrowError('fetch failed');
    const again = await deploy('k1');

    expect(sandbox.publications()).toHaveLength(1);
    expect(again.json['deploymentId']).toBe(sandbox.publications()[0]?.externalId);
    expect(sandbox.requests('kt').map(({ fault }) => fault)).toEqual(['accept_then_drop', undefined]);
  });

  it('reset_before loses the request before any work', async () => {
    sandbox.addFault({ provider: 'kt', fault: { kind: 'reset_before' } });

    await expect(deploy('k1')).rejects.toThrowError('fetch failed');

    expect(sandbox.publications()).toEqual([]);
  });

  it('reset_after_headers does the work and cuts the answer after its headers', async () => {
    const attempt = async () => (await fetchDeploy({ 'x-sandbox-fault': 'reset_after_headers' })).text();

    await expect(attempt()).rejects.toThrowError();

    expect(sandbox.publications()).toHaveLength(1);
  });

  it('strikes only what fits, after the given number, the given number of times', async () => {
    sandbox.addFault({
      provider: 'kt',
      match: { method: 'post', path: '/deploy' },
      fault: { kind: 'status', code: 503 },
      after: 1,
      times: 2,
    });

    const read = await call(`${sandbox.baseUrls.kt}/deployments?reference=x`, { headers: keyed('r') });
    const statuses = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      statuses.push((await deploy(key)).status);
    }

    expect(read.status).toBe(200);
    expect(statuses).toEqual([202, 503, 503, 202]);
  });

  it('shapes a rate limit as the provider does, with every kind of Retry-After', async () => {
    const retryAfter = async (value: number | string) => {
      sandbox.addFault({ provider: 'openai', fault: { kind: 'rate_limit', retryAfter: value } });
      return call(`${sandbox.url}/openai/v1/models`);
    };

    const inSeconds = await retryAfter(7);

    expect(inSeconds.status).toBe(429);
    expect(inSeconds.json['error']?.['code']).toBe('rate_limit_exceeded');
    expect(inSeconds.headers.get('retry-after')).toBe('7');
    expect((await retryAfter('date')).headers.get('retry-after')).toBe('Fri, 20 Nov 2026 10:00:02 GMT');
    expect((await retryAfter('none')).headers.has('retry-after')).toBe(false);
    expect((await retryAfter('soon')).headers.get('retry-after')).toBe('soon');
  });

  it.each([
    ['malformed_json', 1],
    ['truncated_json', 1],
    ['html_200', 0],
  ])('%s is no JSON, and the work is done %d times', async (fault, published) => {
    const response = await fetchDeploy({ 'x-sandbox-fault': fault });
    const text = await response.text();

    expect(() => JSON.parse(text)).toThrowError();
    expect(sandbox.publications()).toHaveLength(published);
  });

  it('wrong_content_type keeps the body and lies about it', async () => {
    const response = await fetchDeploy({ 'x-sandbox-fault': 'wrong_content_type' });

    expect(response.headers.get('content-type')).toContain('text/html');
    expect(JSON.parse(await response.text())).toMatchObject({ status: 'RECEIVED' });
  });

  it('slow_body and latency only take time', async () => {
    const slow = await deploy('s', { 'x-sandbox-fault': 'slow_body(8000)' });
    const late = await deploy('l', { 'x-sandbox-fault': 'latency(5)' });

    expect([slow.status, late.status]).toEqual([202, 202]);
  });

  it('clock_skew moves what the provider checks, and not what it writes down', async () => {
    sandbox.addFault({ provider: 'solapi', fault: { kind: 'clock_skew', ms: hourMs } });
    const skewed = await send(sandbox, { messages: [sms('01012345678')] });
    await deploy('k1', { 'x-sandbox-fault': `clock_skew(${hourMs})` });

    expect(skewed.json['errorCode']).toBe('RequestTimeTooSkewed');
    expect(sandbox.publications()).toMatchObject([{ provider: 'kt', at: testInstant }]);
  });

  it('brownout fails the same calls for the same seed, about as many as asked', async () => {
    const storm = async () => {
      const opened = await openTestSandbox({ seed: 'storm' });
      opened.addFault({ provider: 'drand', fault: { kind: 'brownout', p: 0.3 } });
      const statuses: number[] = [];
      for (let index = 0; index < 60; index += 1) {
        statuses.push((await call(`${opened.url}/drand/chains`)).status);
      }
      await opened.close();
      return statuses;
    };

    const [first, again] = [await storm(), await storm()];
    const failed = first.filter((status) => status === 503).length;

    expect(again).toEqual(first);
    expect(failed).toBeGreaterThan(8);
    expect(failed).toBeLessThan(30);
  });

  it('takes scripts over HTTP and clears them, and refuses an unknown one', async () => {
    const url = `${sandbox.url}/__sandbox/faults`;
    const added = await postJson(url, { provider: 'kt', fault: 'accept_then_drop', times: 9 });
    const unknown = await postJson(url, { provider: 'kt', fault: 'gremlins' });
    await call(url, { method: 'DELETE' });

    expect(added.status).toBe(201);
    expect(unknown.status).toBe(400);
    expect((await deploy('k1')).status).toBe(202);
  });

  it('does nothing at all when the sandbox was opened without faults', async () => {
    const calm = await openTestSandbox({ faults: false });
    const headers = { 'x-sandbox-fault': 'status(500)' };

    const answered = await call(`${calm.url}/drand/chains`, { headers });
    const scripted = await postJson(`${calm.url}/__sandbox/faults`, { provider: 'drand', fault: 'html_200' });
    await calm.close();

    expect(answered.status).toBe(200);
    expect(scripted.status).toBe(403);
    expect(() => calm.addFault({ provider: 'drand', fault: { kind: 'html_200' } })).toThrowError();
  });
});
