import type { ErrorCode } from '../errors/index.js';

/** What a policy does. `name` is the provider's. */
export type PolicyEvent = { readonly name: string } & (
  | CallEnd
  | {
      readonly type: 'policy:retry';
      /** Code of the failure behind the retry. */
      readonly code: ErrorCode;
      /** Wait before the next attempt. */
      readonly delayMs: number;
    }
  | {
      readonly type: 'policy:open';
      /** Code of the failure that was one too many. */
      readonly cause: ErrorCode;
    }
  | { readonly type: 'policy:halfOpen' | 'policy:close' }
);

/** One for each call, however many attempts it took; none for a call that was cancelled. */
export type CallEnd = {
  readonly type: 'policy:call';
  /** From the call to its end, queue and waits included. */
  readonly durationMs: number;
} & (
  | { readonly outcome: 'answered' }
  | {
      readonly outcome: 'failed';
      /** Of the error the caller got; `PROVIDER_003` when nothing was sent because of a pause. */
      readonly code: ErrorCode;
    }
);
