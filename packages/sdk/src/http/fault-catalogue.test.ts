import { type Fault, openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { KtEventError, outcomeOf, ProviderError } from '../errors/index.js';
import { createPolicy } from '../resilience/create-policy.js';
import { withTimeout } from '../resilience/with-timeout.js';
import { policyOptions } from '../testing/policy-promises.js';
import { createGotHttp } from './got-http.js';
import type { HttpRequest } from './http.js';
import { readJson } from './read-json.js';
import { requireOk } from './require-ok.js';

let sandbox: Sandbox;
const http = createGotHttp();
const chains = z.array(z.string());

beforeAll(async () => {
  sandbox = await openSandbox({ now: () => new Date('2026-12-01T12:00:00+09:00') });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearFaults());

/** Far more than an answer takes; those that never come are given up after a moment. */
const [patientMs, impatientMs] = [60_000, 600];
const never: readonly Fault['kind'][] = ['hang', 'slow_body'];

/** The way every adapter goes, one attempt: deadline, network, status, form. */
function send(
  request: Partial<HttpRequest> = {},
  { check = requireOk, timeoutMs = patientMs } = {},
): Promise<unknown> {
  const url = `${sandbox.baseUrls.drand}/chains`;
  const whole: HttpRequest = { provider: 'drand', method: 'GET', url, ...request };
  return withTimeout(async (signal) => readJson(check(await http(whole, signal), 'drand'), chains, 'drand'), {
    name: 'drand',
    timeoutMs,
  });
}

type Row = [number: string, fault: Fault, wanted: Seen, request?: Partial<HttpRequest>];
type Seen = readonly [code: string, outcome: string | undefined, retryAfterMs?: number];

async function seen(attempt: Promise<unknown>): Promise<Seen> {
  try {
    await attempt;
    return ['ok', undefined];
  } catch (error) {
    if (!KtEventError.is(error)) throw error;
    const { code, retryAfterMs } = error;
    const outcome = outcomeOf(error);
    return retryAfterMs === undefined ? [code, outcome] : [code, outcome, retryAfterMs];
  }
}

const rejected = ['PROVIDER_001', 'rejected'] as const;
const putOff = ['PROVIDER_002', 'rejected'] as const;
const unreadable = ['PROVIDER_004', 'in_doubt'] as const;
const notSent = ['PROVIDER_005', 'not_sent'] as const;
const lost = ['PROVIDER_006', 'in_doubt'] as const;
const unknown = ['AUTH_002', 'rejected'] as const;
const ok = ['ok', undefined] as const;

const large = { method: 'POST', bytes: Buffer.alloc(16 * 1024 * 1024) } as const;

const catalogue: readonly Row[] = [
  ['F4', { kind: 'rate_limit', retryAfter: 2 }, [...putOff, 2_000]],
  ['F4', { kind: 'rate_limit', retryAfter: 'date' }, [...putOff, 2_000]],
  ['F4', { kind: 'rate_limit', retryAfter: 86_400 }, [...putOff, 86_400_000]],
  ['F4', { kind: 'rate_limit', retryAfter: -5 }, putOff],
  ['F4', { kind: 'rate_limit', retryAfter: 'none' }, putOff],
  ['F4', { kind: 'quota' }, putOff],
  ['F5', { kind: 'status', code: 400 }, rejected],
  ['F5', { kind: 'auth_expired' }, unknown],
  ['F5', { kind: 'status', code: 403 }, unknown],
  ['F5', { kind: 'status', code: 404 }, rejected],
  ['F5', { kind: 'status', code: 409 }, rejected],
  ['F5', { kind: 'status', code: 422 }, rejected],
  ['F6', { kind: 'status', code: 500 }, lost],
  ['F6', { kind: 'status', code: 502, body: '<html>Bad Gateway</html>' }, lost],
  ['F6', { kind: 'status', code: 503 }, lost],
  ['F6', { kind: 'status', code: 504 }, lost],
  ['F6', { kind: 'unavailable', retryAfter: 3 }, [...putOff, 3_000]],
  ['F6', { kind: 'brownout', p: 1 }, lost],
  ['F7', { kind: 'reset_during_request' }, lost, large],
  ['F7', { kind: 'reset_during_request' }, lost],
  ['F8', { kind: 'reset_before' }, lost],
  ['F8', { kind: 'accept_then_drop' }, lost],
  ['F8', { kind: 'reset_after_headers' }, lost],
  ['F9', { kind: 'latency', ms: 20 }, ok],
  ['F9', { kind: 'clock_skew', ms: 3_600_000 }, ok],
  ['F10', { kind: 'hang' }, lost],
  ['F11', { kind: 'slow_body', bytesPerSec: 1 }, lost],
  ['F12', { kind: 'malformed_json' }, unreadable],
  ['F12', { kind: 'truncated_json' }, unreadable],
  ['F12', { kind: 'wrong_content_type' }, unreadable],
  ['F12', { kind: 'html_200' }, unreadable],
  ['F12', { kind: 'xml_200' }, unreadable],
  ['F13', { kind: 'body_error' }, unreadable],
  ['F14', { kind: 'huge_body', bytes: 16 * 1024 * 1024 }, unreadable, { maxBytes: 1024 * 1024 }],
  ['F14', { kind: 'huge_header' }, unreadable],
  ['F14', { kind: 'redirect_loop' }, rejected],
];

/** F1 to F14 of the fault catalogue; F3 is the policy's own and F1 and F2 have no server to fail. */
describe('the fault catalogue, from the wire to its class', () => {
  it.each<Row>(catalogue)('%s %j is %j', async (_, fault, wanted, request) => {
    sandbox.addFault({ provider: 'drand', fault });
    const timeoutMs = never.includes(fault.kind) ? impatientMs : patientMs;

    expect(await seen(send(request, { timeoutMs }))).toEqual(wanted);
  });

  it.each([
    ['F1', 'unknownHost'],
    ['F2', 'refused'],
    ['F2', 'brokenTls'],
  ] as const)('%s at %s is not sent', async (_, end) => {
    expect(await seen(send({ url: sandbox.deadEnds[end] }))).toEqual(notSent);
  });

  it('F3 an open breaker is not sent, and nothing arrives', async () => {
    const policy = createPolicy({ ...policyOptions, retries: 0, minimumCalls: 2 });
    const fail = () => seen(policy(() => send({ url: sandbox.deadEnds.refused })));
    await fail();
    await fail();
    const before = sandbox.requests().length;

    const [code, outcome] = await seen(policy(() => send()));

    expect([code, outcome]).toEqual(['PROVIDER_003', 'not_sent']);
    expect(sandbox.requests()).toHaveLength(before);
  });

  it('takes a field more and a field less that it does not read, and nothing that it does', async () => {
    const chain = z.object({ period: z.number(), hash: z.string() });
    const read = (fault: string) => {
      const url = `${sandbox.baseUrls.drand}/${sandbox.drandInfo.hash}/info`;
      const headers = { 'x-sandbox-fault': fault };
      return seen(
        http({ provider: 'drand', method: 'GET', url, headers }).then((answer) =>
          readJson(answer, chain, 'drand'),
        ),
      );
    };

    expect(await read('extra_fields')).toEqual(ok);
    expect(await read('missing_optional(metadata)')).toEqual(ok);
    expect(await read('missing_optional(hash)')).toEqual(unreadable);
    expect(await read('null_fields(hash)')).toEqual(unreadable);
    expect(await read('string_numbers')).toEqual(unreadable);
  });

  it.each<[string, Fault, Seen]>([
    ['a refusal for loss', { kind: 'status', code: 422 }, rejected],
    ['a wait for loss', { kind: 'unavailable', retryAfter: 3 }, [...putOff, 3_000]],
  ])('would notice a client that took %s', async (_, fault, wanted) => {
    const takeForLost: typeof requireOk = ({ status }, provider) => {
      throw new ProviderError('PROVIDER_006', { provider, reason: `HTTP ${status}` });
    };
    sandbox.addFault({ provider: 'drand', fault });

    expect(await seen(send({}, { check: takeForLost }))).not.toEqual(wanted);
  });
});
