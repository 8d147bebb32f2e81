import { describe, expect, it } from 'vitest';
import { AuthError, BugError, ProviderError, UserError } from '../errors/index.js';
import { withFallback } from './with-fallback.js';

const standIn = (error: Error) =>
  withFallback(
    async () => Promise.reject(error),
    ({ code }) => `template, after ${code}`,
  );

describe('withFallback', () => {
  it('gives the answer itself when there is one', async () => {
    await expect(
      withFallback(
        async () => 'model',
        () => 'template',
      ),
    ).resolves.toBe('model');
  });

  it.each([
    new ProviderError('PROVIDER_003', { provider: 'model', seconds: 30 }),
    new AuthError('AUTH_001', { provider: 'model', variables: 'MODEL_KEY' }),
  ])('stands in for a provider that failed with $code, and knows why', async (error) => {
    await expect(standIn(error)).resolves.toBe(`template, after ${error.code}`);
  });

  it.each([
    new DOMException('cancelled', 'AbortError'),
    new UserError('USER_011', {}),
    new BugError('BUG_001', { reason: 'x' }),
    new TypeError('x'),
  ])('does not hide %s', async (error) => {
    await expect(standIn(error)).rejects.toBe(error);
  });
});
