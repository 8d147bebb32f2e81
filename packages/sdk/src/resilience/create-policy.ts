import { setMaxListeners } from 'node:events';
import { abortable } from './abortable.js';
import { createBreaker } from './create-breaker.js';
import { createLimit } from './create-limit.js';
import type { PolicyOptions } from './policy-options.js';
import type { Policy } from './policy-type.js';
import { tellEnd } from './tell-end.js';
import { unbreakable } from './unbreakable.js';
import { withRetry } from './with-retry.js';
import { withTimeout } from './with-timeout.js';

/**
 * Outside in: limit, retry, breaker, timeout. Make one per provider and keep it: the limit and the breaker
 * are its memory. Each attempt counts for the breaker, and an open circuit ends the retries at once.
 *
 * The policy rejects with the error of the last attempt, with `PROVIDER_006` at a deadline, with `PROVIDER_003`
 * while the provider is paused, or at once with the signal's reason when `signal` aborts, wherever the call is then.
 */
export function createPolicy({ onEvent = () => {}, ...rest }: PolicyOptions): Policy {
  const options = { ...rest, onEvent: unbreakable(onEvent) };
  const { name, concurrency, timeoutMs, budgetMs, elapsedMs = () => performance.now() } = options;
  const limit = options.limit ?? createLimit(concurrency);
  const breaker = createBreaker(options);

  return (call, { signal, repeatable = false } = {}) => {
    if (signal) setMaxListeners(0, signal); // one run's signal is heard by every call under way
    const startedMs = elapsedMs();
    const leftMs = () => (budgetMs ?? Number.POSITIVE_INFINITY) - (elapsedMs() - startedMs);
    const repeated = (signal: AbortSignal | undefined) => {
      const attempt = () => breaker.run(() => withTimeout(call, { name, timeoutMs, signal }), signal);
      return withRetry(attempt, { ...options, leftMs, signal, repeatable });
    };
    const limited = async (signal: AbortSignal | undefined) => {
      breaker.throwIfOpen(); // at once, rather than at the end of the queue
      return abortable(() => limit(() => repeated(signal)), signal);
    };
    const run = () =>
      budgetMs === undefined ? limited(signal) : withTimeout(limited, { name, timeoutMs: budgetMs, signal });
    return tellEnd(run, { ...options, signal });
  };
}
