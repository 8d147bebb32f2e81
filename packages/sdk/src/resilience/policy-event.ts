import type { ErrorCode } from '../errors/index.js';

/** What a policy does on its own. `name` is the provider's. */
export type PolicyEvent =
  | {
      readonly type: 'policy:retry';
      readonly name: string;
      /** Code of the failure behind the retry. */
      readonly code: ErrorCode;
      /** Wait before the next attempt. */
      readonly delayMs: number;
    }
  | { readonly type: 'policy:open' | 'policy:halfOpen' | 'policy:close'; readonly name: string };
