import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../sandbox.js';
import { ktOrder } from '../testing/kt-order.js';
import { hourMs, openTestSandbox, testInstant } from '../testing/open-test-sandbox.js';
import { callRaw, type RawAnswer, type RawRequest } from '../testing/raw-client.js';
import type { FaultKind } from './fault.js';
import { faultKinds } from './parse-fault.js';

interface Seen extends RawAnswer {
  readonly json: unknown;
}

interface Case {
  /** As in `x-sandbox-fault`. */
  readonly header: string;
  /** How often the work is done. */
  readonly published: 0 | 1;
  /** @defaultValue an order at KT */
  readonly path?: () => string;
  readonly request?: RawRequest;
  readonly see: (seen: Seen) => void;
}

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const received = { status: 'RECEIVED', reference: 'campaign-1' };
const silent = ({ end, status }: Seen) => expect([end, status]).toEqual(['reset', 0]);
const refusedWith = (status: number, retryAfter?: string) => (seen: Seen) => {
  expect([seen.end, seen.status, seen.headers['retry-after']]).toEqual(['closed', status, retryAfter]);
  expect(seen.json).toMatchObject({ status });
};
const notJson = (type: string) => (seen: Seen) => {
  expect([seen.end, seen.headers['content-type']?.startsWith(type)]).toEqual(['closed', true]);
  expect(seen.json).toBeUndefined();
};
const answered = (json: object) => (seen: Seen) => {
  expect([seen.end, seen.status]).toEqual(['closed', 202]);
  expect(seen.json).toMatchObject(json);
};

const cases = {
  status: { header: 'status(409)', published: 0, see: refusedWith(409) },
  rate_limit: { header: 'rate_limit(7)', published: 0, see: refusedWith(429, '7') },
  unavailable: { header: 'unavailable(9)', published: 0, see: refusedWith(503, '9') },
  quota: { header: 'quota', published: 0, see: refusedWith(429) },
  auth_expired: { header: 'auth_expired', published: 0, see: refusedWith(401) },
  brownout: { header: 'brownout(1)', published: 0, see: refusedWith(503) },
  body_error: {
    header: 'body_error',
    published: 0,
    see({ status, json }) {
      expect(status).toBe(200);
      expect(json).toMatchObject({ status: 400, detail: expect.any(String) });
    },
  },
  html_200: { header: 'html_200', published: 0, see: notJson('text/html') },
  xml_200: { header: 'xml_200', published: 0, see: notJson('text/xml') },
  redirect_loop: {
    header: 'redirect_loop',
    published: 0,
    see: ({ status, headers }) => expect([status, headers['location']]).toEqual([302, '/__sandbox/loop']),
  },
  reset_during_request: {
    header: 'reset_during_request',
    published: 0,
    request: { body: Buffer.alloc(32 * 1024 * 1024, ' ') },
    see(seen) {
      silent(seen);
      expect(seen.isWritten).toBe(false);
    },
  },
  reset_before: {
    header: 'reset_before',
    published: 0,
    see(seen) {
      silent(seen);
      expect(seen.isWritten).toBe(true);
    },
  },
  latency: {
    header: 'latency(60)',
    published: 1,
    see(seen) {
      answered(received)(seen);
      expect(seen.elapsedMs).toBeGreaterThanOrEqual(59);
    },
  },
  reset_after_headers: {
    header: 'reset_after_headers',
    published: 1,
    see({ end, status, headers, body }) {
      expect(end).not.toBe('left'); // whether the reset is heard as one depends on when it comes
      expect([status, body.length, Number(headers['content-length']) > 0]).toEqual([202, 0, true]);
    },
  },
  accept_then_drop: {
    header: 'accept_then_drop',
    published: 1,
    see: ({ end, status, isWritten }) => expect([end, status, isWritten]).toEqual(['closed', 0, true]),
  },
  hang: {
    header: 'hang',
    published: 1,
    request: { leave: (_, elapsedMs) => elapsedMs > 100 },
    see: ({ end, status }) => expect([end, status]).toEqual(['left', 0]),
  },
  malformed_json: { header: 'malformed_json', published: 1, see: notJson('application/json') },
  truncated_json: { header: 'truncated_json', published: 1, see: notJson('application/json') },
  wrong_content_type: {
    header: 'wrong_content_type',
    published: 1,
    see(seen) {
      expect(seen.headers['content-type']).toContain('text/html');
      expect(seen.json).toMatchObject(received);
    },
  },
  slow_body: {
    header: 'slow_body(20)',
    published: 1,
    request: { leave: (bytes) => bytes >= 4 },
    see({ end, status, headers, body, elapsedMs }) {
      expect([end, status]).toEqual(['left', 202]);
      expect(body.length).toBeLessThan(Number(headers['content-length']));
      expect(elapsedMs).toBeGreaterThanOrEqual(3 * 50 - 5);
    },
  },
  huge_body: {
    header: 'huge_body',
    published: 1,
    request: { leave: (bytes) => bytes > 11 * 1024 * 1024 },
    see({ end, body, headers }) {
      expect([end, headers['content-length']]).toEqual(['left', undefined]);
      expect(JSON.parse(body.subarray(0, 10_000).toString())).toMatchObject(received);
    },
  },
  huge_header: {
    header: 'huge_header',
    published: 1,
    see(seen) {
      answered(received)(seen);
      expect(seen.headers['x-sandbox-filler']).toHaveLength(64 * 1024);
    },
  },
  null_fields: { header: 'null_fields(deploymentId)', published: 1, see: answered({ deploymentId: null }) },
  extra_fields: {
    header: 'extra_fields',
    published: 1,
    see: answered({ ...received, sandboxExtra: expect.any(String) }),
  },
  missing_optional: {
    header: 'missing_optional(deploymentId)',
    published: 1,
    see(seen) {
      answered(received)(seen);
      expect(seen.json).not.toHaveProperty('deploymentId');
    },
  },
  string_numbers: {
    header: 'string_numbers',
    published: 0,
    path: () => `/drand/${sandbox.drandInfo.hash}/info`,
    see: ({ json }) => expect(json).toMatchObject({ period: expect.stringMatching(/^\d+$/) }),
  },
  clock_skew: {
    header: `clock_skew(${hourMs})`,
    published: 1,
    see(seen) {
      answered(received)(seen);
      expect(Date.parse(seen.headers['date'] ?? '') - Date.parse(testInstant)).toBe(hourMs);
    },
  },
  chaos: {
    header: 'chaos(1)',
    published: 0,
    see: ({ end }) => expect(end).toBe('reset'), // what the seed has for the first call
  },
} satisfies Record<FaultKind, Case>;

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Holds what the wire shows against what the fault promises. */
async function check(one: Case, header: string): Promise<void> {
  const { published, path, request, see } = one;
  const seen = await callRaw(`${sandbox.url}${path?.() ?? '/kt/deploy'}`, {
    method: path ? 'GET' : 'POST',
    body: JSON.stringify(ktOrder()),
    ...request,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${sandbox.credentials.kt.KT_API_TOKEN}`,
      'idempotency-key': 'k1',
      'x-sandbox-fault': header,
    },
  });
  see({ ...seen, json: parseJson(seen.body) });
  await expect.poll(() => sandbox.publications().length).toBe(published);
}

describe('every fault, seen by a socket', () => {
  it('has its promise here', () => {
    expect(Object.keys(cases).toSorted()).toEqual(faultKinds.toSorted());
  });

  it.each(Object.entries<Case>(cases))('%s is what it promises', async (_, one) => {
    await check(one, one.header);
  });

  it.each<[FaultKind, string]>([
    ['accept_then_drop', 'reset_before'],
    ['status', 'brownout(1)'],
    ['reset_after_headers', 'latency(1)'],
    ['reset_during_request', 'reset_before'],
    ['hang', 'accept_then_drop'],
    ['slow_body', 'latency(1)'],
    ['huge_body', 'extra_fields'],
    ['huge_header', 'extra_fields'],
    ['quota', 'rate_limit(1)'],
    ['clock_skew', 'latency(1)'],
    ['string_numbers', 'extra_fields'],
  ])('would notice a %s that did what %s does', async (kind, other) => {
    await expect(check(cases[kind], other)).rejects.toThrowError();
  });
});
