import { describe, expect, it } from 'vitest';
import { isRetryable, KtEventError, outcomeOf } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { type GraphStep, requireAccepted } from './instagram-error.js';

const answerOf = (status: number, body: unknown, headers = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  bytes: new TextEncoder().encode(JSON.stringify(body)),
});

function failureOf(response: HttpResponse, step: GraphStep = 'publish'): KtEventError {
  try {
    requireAccepted(response, step);
  } catch (error) {
    if (KtEventError.is(error)) return error;
  }
  return expect.fail('it was expected to fail');
}

type Row = readonly [code: number, subcode: number | undefined, status: number, expected: string];

/** Every row of Meta's table as it was read on 2026-11-20, at the moment of publishing. */
const rows: readonly Row[] = [
  [-2, 2207003, 500, 'PROVIDER_002'],
  [-2, 2207020, 500, 'PROVIDER_001'],
  [-1, 2207001, 500, 'PROVIDER_006'],
  [-1, 2207032, 500, 'PROVIDER_006'],
  [-1, 2207053, 500, 'PROVIDER_001'],
  [100, 2207057, 400, 'PROVIDER_001'],
  [4, 2207051, 400, 'PROVIDER_001'],
  [9, 2207042, 400, 'PROVIDER_002'],
  [24, 2207008, 400, 'PROVIDER_002'],
  [24, 2207006, 400, 'PROVIDER_002'],
  [36000, 2207004, 400, 'PROVIDER_001'],
  [36001, 2207005, 400, 'PROVIDER_001'],
  [36003, 2207009, 400, 'PROVIDER_001'],
  [352, 2207026, 400, 'PROVIDER_001'],
  ...[458, 459, 460, 463, 464, 467].map((subcode): Row => [190, subcode, 400, 'AUTH_004']),
  [190, undefined, 401, 'AUTH_002'],
  [1, undefined, 400, 'PROVIDER_006'],
  [2, undefined, 500, 'PROVIDER_006'],
  ...[4, 17, 32, 341, 613].map((code): Row => [code, undefined, 403, 'PROVIDER_002']),
  ...[3, 10, 200, 299].map((code): Row => [code, undefined, 403, 'AUTH_002']),
  [100, undefined, 400, 'PROVIDER_001'],
  [368, undefined, 400, 'PROVIDER_001'],
  [506, undefined, 400, 'PROVIDER_001'],
  [987654, undefined, 400, 'PROVIDER_001'],
];

const bodyOf = (code: number, subcode?: number, transient = false) => ({
  error: { code, error_subcode: subcode, is_transient: transient, message: 'call 010-1234-5678' },
});

describe('a failure of Meta', () => {
  it.each(rows)('with code %s and subcode %s at status %s is %s', (code, subcode, status, expected) => {
    const failure = failureOf(answerOf(status, bodyOf(code, subcode)));

    expect(failure.code).toBe(expected);
    expect(JSON.stringify(failure)).toContain(`${code}`);
    expect(JSON.stringify(failure)).not.toContain('1234');
  });

  it.each(rows)(
    'with code %s and subcode %s is told the same at any status',
    (code, subcode, _status, expected) => {
      for (const status of [200, 400, 403, 500])
        expect(failureOf(answerOf(status, bodyOf(code, subcode))).code).toBe(expected);
    },
  );

  it('would be told otherwise by its status alone', () => {
    const byStatus = rows.filter(([, , status, expected]) => {
      return failureOf(answerOf(status, { detail: 'no code' })).code !== expected;
    });

    expect(byStatus.length).toBeGreaterThan(rows.length / 3);
  });

  it('that restricts the account asks for an end of posting, in both languages', () => {
    for (const failure of [bodyOf(4, 2207051), bodyOf(368)].map((body) => failureOf(answerOf(400, body)))) {
      expect(failure.message).toContain('stop posting');
      expect(failure.issues[0]?.message.ko).toContain('더 올리지 말고');
      expect(isRetryable(failure)).toBe(false);
    }
  });

  it('that Meta calls transient may be repeated, though its code is unknown', () => {
    const failure = failureOf(answerOf(400, bodyOf(987654, undefined, true)));

    expect([isRetryable(failure), outcomeOf(failure)]).toEqual([true, 'in_doubt']);
  });

  it('of making a container is repeated where another one may do', () => {
    expect(isRetryable(failureOf(answerOf(500, bodyOf(-1, 2207053)), 'container'))).toBe(true);
    expect(isRetryable(failureOf(answerOf(500, bodyOf(-2, 2207020)), 'container'))).toBe(false);
  });

  it('names the wait that Instagram estimates', () => {
    const row = { type: 'instagram', call_count: 100, estimated_time_to_regain_access: 7 };
    const headers = { 'x-business-use-case-usage': JSON.stringify({ '1': [row] }) };

    expect(failureOf(answerOf(403, bodyOf(4), headers)).retryAfterMs).toBe(7 * 60_000);
    expect(failureOf(answerOf(403, bodyOf(4))).retryAfterMs).toBeUndefined();
    const used = { 'x-app-usage': JSON.stringify({ call_count: 100, total_time: 3, total_cputime: 3 }) };
    expect(failureOf(answerOf(403, bodyOf(4), used)).retryAfterMs).toBe(20 * 60_000);
  });

  it('behind a page of HTML is told by its status', () => {
    const page = { ...answerOf(500, ''), headers: { 'content-type': 'text/html' } };

    expect(failureOf(page).code).toBe('PROVIDER_006');
  });
});
