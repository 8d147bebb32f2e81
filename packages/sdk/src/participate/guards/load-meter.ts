/** How many requests for entries this process gets. */
export interface LoadMeter {
  /** One more. */
  count(): void;
  /** On average over the last {@link windowSeconds}. */
  perSecond(): number;
  /** True from the first crowd on until it has been quiet for a while. */
  isHigh(): boolean;
}

export interface LoadMeterOptions {
  /** Milliseconds that only ever grow. */
  readonly elapsedMs: () => number;
  /**
   * Requests a second from which on the load is high. Our own choice: 2,500 people within five seconds are more than
   * any queue in front of a store, and a sixth of what one process takes.
   * @defaultValue 500
   */
  readonly from?: number;
}

/** Long enough that one bus full of people is no crowd. */
const windowSeconds = 5;
/** The load is low again below this part of what made it high, for as long as this: it must not flicker. */
const lowShare = 0.2;
const restMs = 30_000;

/** Counts in buckets of a second: a request costs an addition. */
export function createLoadMeter({ elapsedMs, from = 500 }: LoadMeterOptions): LoadMeter {
  const buckets = new Map<number, number>();
  let lastBusyMs = Number.NEGATIVE_INFINITY;
  let high = false;

  const second = () => Math.floor(elapsedMs() / 1_000);
  const perSecond = () => {
    const oldest = second() - windowSeconds;
    let sum = 0;
    for (const [at, count] of buckets) {
      if (at <= oldest) buckets.delete(at);
      else sum += count;
    }
    return sum / windowSeconds;
  };

  return {
    count() {
      const at = second();
      buckets.set(at, (buckets.get(at) ?? 0) + 1);
    },
    perSecond,
    isHigh() {
      const rate = perSecond();
      if (rate >= from) high = true;
      if (high && rate >= from * lowShare) lastBusyMs = elapsedMs();
      if (elapsedMs() - lastBusyMs >= restMs) high = false;
      return high;
    },
  };
}
