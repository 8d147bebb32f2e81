/** 0 goes first. */
export type JobClass = 0 | 1 | 2 | 3;

/** A job of the next class yields to jobs enqueued up to this much later. Source: reliability target, A = 600 s. */
const yieldSeconds = 600;
const epochMs = Date.UTC(2026, 0, 1);

/**
 * The static queue key: smaller goes first. Linear ageing keeps the order of any two waiting jobs,
 * so a constant sorts exactly as ageing would, and nothing starves.
 */
export function priorityOf(enqueuedAt: Date, jobClass: JobClass): number {
  return Math.floor((enqueuedAt.getTime() - epochMs) / 1_000) + jobClass * yieldSeconds;
}
