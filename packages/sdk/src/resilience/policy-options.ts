import type { Limit } from './create-limit.js';
import type { PolicyEvent } from './policy-event.js';

/** How one provider is treated. Rows per kind of provider: `policyDefaults`. */
export interface PolicyOptions {
  /** Name of the provider, in errors and events. */
  readonly name: string;
  /** Calls at the same time, 1 or more; the rest queue in order of arrival. */
  readonly concurrency: number;
  /** Shared with other policies, in place of `concurrency`. @defaultValue one of its own */
  readonly limit?: Limit | undefined;
  /** Attempts after the first, 0 or more. A wait the provider asked for is not one of them. */
  readonly retries: number;
  /** Deadline of one attempt. */
  readonly timeoutMs: number;
  /** Deadline of the whole call, queue and waits included. Past it the call is in doubt. @defaultValue none */
  readonly budgetMs?: number;
  /** What must be left of the budget for a retry to be worth its price. @defaultValue nothing: it is tried */
  readonly leastAttemptMs?: number;
  /** Longest wait before the first retry; doubles each time up to 30 s. @defaultValue 500 */
  readonly backoffMs?: number;
  /** Share of failed calls that opens the circuit, 1 to 100. @defaultValue 50 */
  readonly failurePercent?: number;
  /** Finished calls within 20 s before the share counts. @defaultValue 10 */
  readonly minimumCalls?: number;
  /** Pause before one trial call. @defaultValue 30_000 */
  readonly cooldownMs?: number;
  /** Told of what the policy does; what it throws is dropped. */
  readonly onEvent?: (event: PolicyEvent) => void;
  /** Uniform in [0, 1): the jitter. */
  readonly random: () => number;
  /** Resolves after `ms`, rejects when `signal` aborts. @defaultValue real time */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Never goes back: measures how long a call took. @defaultValue real time */
  readonly elapsedMs?: () => number;
}
