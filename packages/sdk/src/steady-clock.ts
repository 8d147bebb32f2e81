import { uptime } from 'node:os';

/** Where a steady clock reads the time. */
export interface TimeSources {
  /** The system's clock, which somebody may set. @defaultValue the system's */
  readonly wallMs?: () => number;
  /** Counts evenly and is never set. @defaultValue the process's */
  readonly monotonicMs?: () => number;
  /** The same while the machine sleeps as well; seconds are fine enough. @defaultValue the machine's */
  readonly sinceBootMs?: () => number;
}

/** What a time service corrects slowly. More than that at once is somebody's hand, or a mistake. Our own choice. */
const correctionMs = 2_000;
/** Most that a correction moves the clock, as a share of the time that passes. Source: adjtime(3), 500 ppm. */
const slewRate = 0.0005;
/** Counters of whole seconds differ by up to one, and are not read in the same instant. */
const sleepToleranceMs = 1_500;
/** Reading how long the machine is up opens a file: not for every entry. */
const lookEveryMs = 1_000;

/**
 * A clock for closing times: anchored to the system's clock when it is made, and then carried on by a counter that
 * nobody can set. It follows small corrections slowly and never runs backwards. A jump of the system's clock it does
 * not follow, whatever the reason: who starts the process again takes the new time. Only when the machine has slept
 * meanwhile, which stops the counter and is seen in the other one, it makes up for exactly that.
 */
export function createSteadyClock({
  wallMs = Date.now,
  monotonicMs = () => performance.now(),
  sinceBootMs = () => uptime() * 1_000,
}: TimeSources = {}): () => Date {
  let wall = wallMs();
  let counted = monotonicMs();
  let nowMs = wall;
  const sleptBy = watchSleep(sinceBootMs, counted);

  return () => {
    const shown = wallMs();
    const elapsed = Math.max(0, monotonicMs() - counted);
    counted += elapsed;
    const leapt = shown - wall - elapsed > sleepToleranceMs; // after a sleep it has: it counts on meanwhile
    wall = shown;
    const slept = sleptBy(counted, leapt);
    nowMs += elapsed + slept;
    // How long a sleep was is known to the second: the system's clock, if it says about the same, knows the rest.
    const most = slept > 0 ? correctionMs : elapsed * slewRate;
    const behind = shown - nowMs;
    if (Math.abs(behind) <= correctionMs) nowMs += Math.max(-most, Math.min(most, behind));
    return new Date(Math.floor(nowMs));
  };
}

/** Tells how long the machine has slept since it was last asked: what its own counter has and the process's has not. */
function watchSleep(
  sinceBootMs: () => number,
  startMs: number,
): (countedMs: number, leapt: boolean) => number {
  let booted = sinceBootMs();
  let looked = startMs;

  return (counted, leapt) => {
    const awake = counted - looked;
    if (!leapt && awake < lookEveryMs) return 0;
    const up = sinceBootMs();
    const asleep = up - booted - awake;
    booted = up;
    looked = counted;
    return asleep > sleepToleranceMs + awake * slewRate ? asleep : 0;
  };
}
