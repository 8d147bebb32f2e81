import type { PolicyOptions } from './policy-options.js';

export type ProviderKind =
  | 'textModel'
  | 'imageModel'
  | 'videoModel'
  | 'speechModel'
  | 'channel'
  | 'messenger'
  | 'upload'
  | 'lookup'
  | 'humanCheck';

export interface PolicyDefaults
  extends Pick<PolicyOptions, 'concurrency' | 'retries' | 'timeoutMs' | 'budgetMs' | 'leastAttemptMs'> {
  readonly failurePercent: number;
  readonly minimumCalls: number;
  readonly cooldownMs: number;
  /** Deadline of a job made of many calls: submit, poll, fetch. The adapter that polls keeps it. */
  readonly jobTimeoutMs?: number;
}

const breaker = { failurePercent: 50, minimumCalls: 10, cooldownMs: 30_000 };
const delivery = { ...breaker, concurrency: 100, retries: 3, timeoutMs: 15_000 };
const mediaModel = { ...breaker, concurrency: 50, retries: 2, timeoutMs: 60_000 };

/** Our own figures, chosen 2026-11; no provider publishes such numbers. `upload` is a channel's policy for media. Somebody waits before a page for a `humanCheck`. */
export const policyDefaults: Readonly<Record<ProviderKind, PolicyDefaults>> = {
  textModel: {
    ...breaker,
    concurrency: 50,
    retries: 1,
    timeoutMs: 8_000,
    budgetMs: 10_000,
    leastAttemptMs: 2_000,
  },
  imageModel: { ...mediaModel, jobTimeoutMs: 5 * 60_000 },
  videoModel: { ...mediaModel, jobTimeoutMs: 8 * 60_000 },
  speechModel: delivery,
  channel: delivery,
  messenger: delivery,
  upload: { ...delivery, timeoutMs: 60_000 },
  humanCheck: { ...breaker, concurrency: 100, retries: 1, timeoutMs: 3_000, budgetMs: 6_000 },
  lookup: { ...breaker, concurrency: 20, retries: 2, timeoutMs: 5_000 },
};

/** Deadline of all text models of one plan, so that the whole plan is there within ten seconds. */
export const planBudgetMs = 9_500;
