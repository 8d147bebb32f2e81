import type { RunLocks } from '../run-locks.js';

/** For a store that no other process can see. */
export function createMemoryLocks(): RunLocks {
  const held = new Set<string>();
  return {
    async acquire(runId) {
      if (held.has(runId)) return false;
      held.add(runId);
      return true;
    },
    async release(runId) {
      held.delete(runId);
    },
    async releaseAll() {
      held.clear();
    },
  };
}
