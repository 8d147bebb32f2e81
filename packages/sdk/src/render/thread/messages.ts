import { BugError, type ErrorCode, KtEventError, UserError } from '../../errors/index.js';
import type { Drawn } from './drawing.js';

/** What a thread answers: the picture, or why there is none. */
export type DrawnMessage = { readonly drawn: Drawn } | { readonly failure: Failure };

interface Failure {
  readonly code?: ErrorCode | undefined;
  readonly context: Readonly<Record<string, string | number>>;
}

/** An error's class does not survive the way between threads; its code and context do. */
export function packFailure(error: unknown): Failure {
  if (KtEventError.is(error)) return { code: error.code, context: error.context };
  return { context: { reason: error instanceof Error ? `${error.name} while drawing` : 'unknown' } };
}

export function unpackFailure({ code, context }: Failure): KtEventError {
  if (code === 'USER_022') return new UserError(code, { what: String(context['what']) });
  return new BugError('BUG_001', { reason: String(context['reason'] ?? code) });
}
