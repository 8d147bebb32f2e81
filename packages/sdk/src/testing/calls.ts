import { vi } from 'vitest';
import { ProviderError } from '../errors/index.js';

/** The provider behind every call here. */
export const provider = 'sms';

export const busy = (retryAfterMs?: number) =>
  new ProviderError(
    'PROVIDER_002',
    { provider, status: 429 },
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
export const refused = () => new ProviderError('PROVIDER_001', { provider, reason: 'HTTP 400' });
export const unreachable = () => new ProviderError('PROVIDER_005', { provider, reason: 'ECONNREFUSED' });
export const lost = () => new ProviderError('PROVIDER_006', { provider, reason: 'ECONNRESET' });

/** Fails with each error in turn, then answers. */
export function failing(...errors: readonly Error[]) {
  const rest = [...errors];
  return vi.fn(async () => {
    const error = rest.shift();
    if (error) throw error;
    return 'ok';
  });
}

/** A call that ends with its cancellation only. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}
