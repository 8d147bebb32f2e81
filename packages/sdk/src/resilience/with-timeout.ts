import { ProviderError } from '../errors/index.js';
import { abortable } from './abortable.js';
import type { Call } from './policy-type.js';

export interface Deadline {
  /** Name of the provider, for the error. */
  readonly name: string;
  readonly timeoutMs: number;
  /** Cancels earlier. Its reason is thrown untouched. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Aborts `call` at the deadline and stops waiting for it, even when it does not listen.
 *
 * @throws {@link ProviderError} `PROVIDER_006` at the deadline: the request may have been acted on.
 */
export async function withTimeout<T>(call: Call<T>, { name, timeoutMs, signal }: Deadline): Promise<T> {
  signal?.throwIfAborted();
  // Not AbortSignal.timeout and .any: on Node 20 they keep a long-lived parent signal's followers in memory.
  const controller = new AbortController();
  const cancel = () => controller.abort(signal?.reason);
  const expire = () => {
    const reason = `no answer within ${timeoutMs} ms`;
    controller.abort(new ProviderError('PROVIDER_006', { provider: name, reason }));
  };
  const timer = setTimeout(expire, timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await abortable(async () => call(controller.signal), controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
