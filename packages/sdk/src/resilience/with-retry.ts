import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { isRetryable, KtEventError, outcomeOf } from '../errors/index.js';
import { abortable } from './abortable.js';
import type { PolicyOptions } from './policy-options.js';
import type { CallOptions } from './policy-type.js';

type RetryOptions = Pick<
  PolicyOptions,
  'name' | 'retries' | 'budgetMs' | 'leastAttemptMs' | 'backoffMs' | 'onEvent' | 'random' | 'sleep'
> &
  CallOptions & {
    /** What is left of the budget. */
    readonly leftMs: () => number;
  };

/** Full jitter up to here: an outage longer than this is the breaker's business. */
const longestBackoffMs = 30_000;
/** A provider that asks for more is not waited for: the run is put off instead. */
const longestWaitMs = 15 * 60_000;
/** Waits a provider may ask for in a row without using up a retry. */
const mostWaits = 5;

/**
 * Repeats `attempt` while its failure is worth it, and never earlier than the provider asked. When an attempt was in
 * doubt and a later one did not settle it, the doubt is thrown: the last failure tells nothing about the first request.
 */
export async function withRetry<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { name, onEvent, signal, sleep = sleepFor } = options;
  const nextDelayMs = createSchedule(options);
  let doubt: Error | undefined;

  try {
    return await pRetry(attempt, {
      retries: Number.POSITIVE_INFINITY, // the schedule counts: p-retry would not wait once the retries are used up
      minTimeout: 0,
      factor: 1,
      signal,
      async shouldRetry({ error }) {
        signal?.throwIfAborted();
        if (outcomeOf(error) === 'in_doubt') doubt = error;
        const delayMs = nextDelayMs(error);
        if (delayMs === undefined || !KtEventError.is(error)) return false;
        onEvent?.({ type: 'policy:retry', name, code: error.code, delayMs });
        await abortable(() => sleep(delayMs, signal), signal);
        return true;
      },
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw doubt && !isSettled(error) ? doubt : error;
  }
}

/** Only a refusal of the request itself: a 401, a pause or a lost connection says nothing about an earlier attempt. */
function isSettled(error: unknown): boolean {
  return KtEventError.is(error) && error.code === 'PROVIDER_001';
}

/** The wait before the next attempt after `error`, or nothing when there is none. */
type Schedule = (error: unknown) => number | undefined;

function createSchedule(options: RetryOptions): Schedule {
  const { retries, repeatable, backoffMs = 500, budgetMs, leastAttemptMs, leftMs, random } = options;
  const longestMs = Math.min(longestWaitMs, budgetMs ?? longestWaitMs);
  const left = { retries, waits: mostWaits };

  return (error) => {
    const askedMs = askedMsOf(error);
    if (!isWorthRepeating(error, repeatable) || askedMs > longestMs) return undefined;
    const slot = isPutOff(error) ? 'waits' : 'retries';
    if (left[slot] === 0) return undefined;
    const backoff = Math.min(backoffMs * 2 ** (retries - left.retries), longestBackoffMs);
    const delayMs = askedMs + random() * backoff; // jitter on top: callers told one moment do not all come back at it
    if (leastAttemptMs !== undefined && leftMs() < delayMs + leastAttemptMs) return undefined;
    left[slot] -= 1;
    return delayMs;
  };
}

/** An answer that nobody can read is worth another question where asking twice is harmless. */
function isWorthRepeating(error: unknown, repeatable = false): boolean {
  if (repeatable && KtEventError.is(error) && error.code === 'PROVIDER_004') return true;
  return isRetryable(error) && (repeatable || outcomeOf(error) !== 'in_doubt');
}

/** Refused for now, with a time to come back: the provider is well, so this is no failed try. */
function isPutOff(error: unknown): boolean {
  return KtEventError.is(error) && error.retryAfterMs !== undefined && outcomeOf(error) === 'rejected';
}

function askedMsOf(error: unknown): number {
  return (KtEventError.is(error) && error.retryAfterMs) || 0;
}

async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}
