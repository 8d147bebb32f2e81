import { describe, expect, it } from 'vitest';
import { AuthError, BugError, KtEventError, ProviderError, StoreError, UserError } from './kt-event-error.js';

describe('KtEventError', () => {
  it('fills its sentences from the context, in both languages', () => {
    const error = new UserError('USER_002', { what: '이벤트', id: 'spring' });

    expect(error.message).toBe('이벤트 "spring" does not exist');
    expect(error.describe('ko')).toEqual({
      title: '찾을 수 없습니다',
      message: '이벤트 "spring"을(를) 찾을 수 없습니다',
      hint: '`kt-event status`로 있는 것을 확인하세요.',
    });
  });

  it('puts text with braces or dollar signs in as it is', () => {
    const error = new ProviderError('PROVIDER_001', { provider: '{reason}', reason: "$& $' {provider}" });

    expect(error.message).toBe("{reason} refused: $& $' {provider}");
  });

  it('keeps the cause and the issues', () => {
    const cause = new RangeError('zod');
    const issues = [{ path: ['prizes', 0], message: { ko: '필요합니다', en: 'required' } }];
    const error = new UserError('USER_001', { what: 'brief' }, { cause, issues });

    expect(error).toMatchObject({ cause, issues });
  });

  it('leaves the process without stack and cause', () => {
    const error = new StoreError('STORE_005', { reason: 'ENOSPC' }, { cause: new Error('/home/secret') });
    const json = JSON.parse(JSON.stringify(error));

    expect(Object.keys(json)).toEqual([
      'code',
      'title',
      'message',
      'hint',
      'ko',
      'context',
      'issues',
      'retryable',
    ]);
    expect(json).toMatchObject({ code: 'STORE_005', context: { reason: 'ENOSPC' }, retryable: true });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it.each([
    new UserError('USER_011', {}),
    new AuthError('AUTH_003', {}),
    new ProviderError('PROVIDER_006', { provider: 'sms', reason: 'ECONNRESET' }),
    new StoreError('STORE_004', { runId: 'r' }),
    new BugError('BUG_001', { reason: 'x' }),
  ])('$name is known as one of ours', (error) => {
    expect(KtEventError.is(error)).toBe(true);
    expect(error).toBeInstanceOf(KtEventError);
    expect(error.name).toBe(error.constructor.name);
  });

  it('is known across two copies of the package', () => {
    const stranger = Object.assign(new Error('x'), { [Symbol.for('ktEvent.error')]: true });

    expect(KtEventError.is(stranger)).toBe(true);
    expect(stranger).not.toBeInstanceOf(KtEventError);
  });

  it.each([undefined, null, 'USER_001', { code: 'USER_001' }, new Error('x')])('is not %s', (value) => {
    expect(KtEventError.is(value)).toBe(false);
  });

  it('does not compile with a code of another family or without its context', () => {
    // @ts-expect-error AUTH_001 is no UserError
    const other = () => new UserError('AUTH_001', { provider: 'x', variables: 'y' });
    // @ts-expect-error `id` is missing
    const missing = () => new UserError('USER_002', { what: 'campaign' });

    expect([other, missing]).toHaveLength(2);
  });
});
