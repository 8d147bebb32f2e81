import { setTimeout as wait } from 'node:timers/promises';

/** A clock that runs at the usual pace and jumps when told to, never backwards. */
export interface VirtualClock {
  now(): Date;
  /** Does nothing when that time has passed already. */
  advanceTo(at: Date): void;
  /** Jumps instead of waiting. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export function createVirtualClock(start: Date, elapsedMs: () => number): VirtualClock {
  const startedMs = elapsedMs();
  let jumpedMs = 0;
  const now = () => new Date(start.getTime() + jumpedMs + elapsedMs() - startedMs);

  return {
    now,
    advanceTo(at) {
      jumpedMs += Math.max(0, at.getTime() - now().getTime());
    },
    async sleep(ms, signal) {
      await wait(0, undefined, signal && { signal }); // lets whoever is waited for have its turn
      jumpedMs += ms;
    },
  };
}
