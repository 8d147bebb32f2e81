/**
 * Locks that the operating system or the database lets go of when their holder dies,
 * so that a run is never executed by two processes and never stuck behind a dead one.
 */
export interface RunLocks {
  /** @returns false while this process or another live one holds the run. */
  acquire(runId: string): Promise<boolean>;
  /** Safe to call twice. */
  release(runId: string): Promise<void>;
  releaseAll(): Promise<void>;
}
