import type { Outcome } from './error-spec.js';
import { BugError, KtEventError, UserError } from './kt-event-error.js';

/** Gives any thrown value a code. The last stop before a person or a client sees it. */
export function toKtEventError(error: unknown): KtEventError {
  if (KtEventError.is(error)) return error;
  if (isCancellation(error)) return new UserError('USER_011', {}, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new BugError('BUG_001', { reason }, { cause: error });
}

export function isRetryable(error: unknown): boolean {
  return KtEventError.is(error) && error.spec.retryable;
}

/** What the failed call left behind. A refusal of ours sent nothing; an unknown failure is in doubt, the cautious answer. */
export function outcomeOf(error: unknown): Outcome {
  if (!KtEventError.is(error)) return 'in_doubt';
  return error.spec.outcome ?? (error.code.startsWith('USER_') ? 'not_sent' : 'in_doubt');
}

export function isCancellation(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
