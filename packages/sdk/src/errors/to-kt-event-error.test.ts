import { describe, expect, it } from 'vitest';
import { AuthError, BugError, ProviderError, StoreError, UserError } from './kt-event-error.js';
import { isCancellation, isRetryable, outcomeOf, toKtEventError } from './to-kt-event-error.js';

const lost = new ProviderError('PROVIDER_006', { provider: 'sms', reason: 'ECONNRESET' });
const abort = new DOMException('stop', 'AbortError');

describe('toKtEventError', () => {
  it('leaves one of ours as it is', () => {
    expect(toKtEventError(lost)).toBe(lost);
  });

  it('takes a cancellation for one', () => {
    expect(toKtEventError(abort)).toMatchObject({ code: 'USER_011', cause: abort });
  });

  it.each<[unknown, string]>([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['text', 'text'],
    [undefined, 'undefined'],
    [{}, '[object Object]'],
  ])('takes %s for a bug', (cause, reason) => {
    expect(toKtEventError(cause)).toMatchObject({ code: 'BUG_001', cause, context: { reason } });
  });
});

describe('what a failure means', () => {
  it.each<[unknown, boolean, string]>([
    [lost, true, 'in_doubt'],
    [new ProviderError('PROVIDER_005', { provider: 'sms', reason: 'ENOTFOUND' }), true, 'not_sent'],
    [new ProviderError('PROVIDER_002', { provider: 'sms', status: 429 }), true, 'rejected'],
    [new ProviderError('PROVIDER_003', { provider: 'sms', seconds: 30 }), false, 'not_sent'],
    [new AuthError('AUTH_002', { provider: 'sms', status: 401 }), false, 'rejected'],
    [new StoreError('STORE_005', { reason: 'ENOSPC' }), true, 'in_doubt'],
    [new BugError('BUG_001', { reason: 'x' }), false, 'in_doubt'],
    [new Error('x'), false, 'in_doubt'],
    [undefined, false, 'in_doubt'],
  ])('%s: retryable %s, %s', (error, retryable, outcome) => {
    expect(isRetryable(error)).toBe(retryable);
    expect(outcomeOf(error)).toBe(outcome);
  });

  it('knows a cancellation by its name', () => {
    expect([abort, new UserError('USER_011', {}), 'AbortError'].map(isCancellation)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
