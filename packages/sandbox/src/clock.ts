/** The clock every provider reads: the caller's clock, plus an offset moved by the control plane. */
export interface VirtualClock {
  now(): Date;
  offsetMs(): number;
  setOffsetMs(offsetMs: number): void;
  advanceMs(milliseconds: number): void;
  setNow(instant: Date): void;
}

export function createVirtualClock(base: () => Date): VirtualClock {
  let offset = 0;
  return {
    now: () => new Date(base().getTime() + offset),
    offsetMs: () => offset,
    setOffsetMs: (offsetMs) => {
      offset = offsetMs;
    },
    advanceMs: (milliseconds) => {
      offset += milliseconds;
    },
    setNow: (instant) => {
      offset = instant.getTime() - base().getTime();
    },
  };
}
