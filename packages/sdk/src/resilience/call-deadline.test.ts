import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGotHttp } from '../http/got-http.js';
import type { Http, HttpRequest } from '../http/http.js';
import { type FaultTrial, leaksOf, overrunMs } from '../testing/fault-leaks.js';
import { createSeededRandom } from '../testing/seeded-random.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ now: () => new Date('2026-12-01T12:00:00+09:00') });
});
afterAll(() => sandbox.close());

const network = createGotHttp();
/** Larger than any body here, so that the deadline alone ends it. */
const uncapped = { maxBytes: 1e9 };

type Row = [name: string, fault: string, request?: Partial<HttpRequest>];
const faults: readonly Row[] = [
  ['no answer', 'hang'],
  ['a body of 1 byte a second', 'slow_body(1)'],
  ['a body of 100 bytes a second', 'slow_body(100)'],
  ['a body of 64 MiB', 'huge_body'],
  ['a body of 64 MiB that is welcome', 'huge_body', uncapped],
  ['headers of 64 KB', 'huge_header'],
  ['a redirect loop', 'redirect_loop'],
  ['a reset at every attempt', 'reset_before'],
  ['a reset after the headers', 'reset_after_headers'],
  ['an answer that comes too late', 'latency(1000)'],
];

function trial(fault: string, request: Partial<HttpRequest> = {}, http: Http = network): FaultTrial {
  const well: HttpRequest = { provider: 'drand', method: 'GET', url: `${sandbox.baseUrls.drand}/chains` };
  return {
    http,
    well,
    request: { ...well, headers: { 'x-sandbox-fault': fault }, ...request },
    policy: {
      name: 'drand',
      concurrency: 8,
      retries: 9,
      timeoutMs: 70,
      budgetMs: 120,
      backoffMs: 10,
      minimumCalls: 1_000,
      random: createSeededRandom(7),
    },
  };
}

/**
 * The promise is 100 ms beyond the deadline. A machine under load may keep any one call waiting for a moment that
 * is nobody's here, so the best of three counts: a call that does not heed its deadline is late three times.
 */
async function bestOverrunMs(one: FaultTrial): Promise<number> {
  return Math.min(await overrunMs(one), await overrunMs(one), await overrunMs(one));
}

describe('a call whose provider fails slowly', () => {
  it.each<Row>(faults)('outlives its total deadline by 100 ms at most: %s', async (_, fault, request) => {
    expect(await bestOverrunMs(trial(fault, request))).toBeLessThanOrEqual(100);
  });

  it('would be noticed if it did not heed its deadline', async () => {
    const { policy, ...rest } = trial('latency(400)');
    const heedless = { ...rest, policy: { ...policy, timeoutMs: 5_000, budgetMs: 5_000 } };

    expect(5_000 + (await bestOverrunMs(heedless)) - policy.budgetMs).toBeGreaterThan(100);
  });

  it.each<Row>(faults)('leaves no socket, timer or listener behind: %s', async (_, fault, request) => {
    expect(await leaksOf(trial(fault, request))).toEqual([]);
  });

  it.each(['unknownHost', 'refused', 'brokenTls'] as const)('leaves nothing behind at %s', async (end) => {
    expect(await leaksOf(trial('', { url: sandbox.deadEnds[end] }))).toEqual([]);
  });

  it.each<[string, Http]>([
    ['TCPSocketWrap', (request) => network(request)],
    ['Timeout', (request, signal) => network(request, signal).finally(() => setTimeout(() => {}, 3_000))],
    ['abort listeners', (request, signal) => network(request, listened(signal))],
  ])('would be noticed if it left behind: %s', async (what, leaky) => {
    expect((await leaksOf(trial('hang', {}, leaky))).join()).toContain(what);
  });
});

function listened(signal: AbortSignal | undefined): AbortSignal | undefined {
  signal?.addEventListener('abort', () => {});
  return signal;
}
