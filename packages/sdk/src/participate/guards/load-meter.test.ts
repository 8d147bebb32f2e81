import { describe, expect, it } from 'vitest';
import { difficultyAt } from './difficulty.js';
import { createLoadMeter } from './load-meter.js';

/** Requests a second, for so many seconds; @returns whether the load was high at the end of each. */
function play(meter: ReturnType<typeof aMeter>, perSecond: number, seconds: number): boolean[] {
  return Array.from({ length: seconds }, () => {
    for (let no = 0; no < perSecond; no += 1) meter.count();
    const high = meter.isHigh();
    meter.pass(1_000);
    return high;
  });
}

function aMeter(from: number) {
  let nowMs = 0;
  const meter = createLoadMeter({ elapsedMs: () => nowMs, from });
  return { ...meter, pass: (ms: number) => (nowMs += ms) };
}

describe('the load', () => {
  it('is high once a crowd has come within five seconds, and not for one busy second', () => {
    expect(play(aMeter(100), 99, 20)).not.toContain(true);
    expect(play(aMeter(100), 499, 1)).toEqual([false]);
    expect(play(aMeter(100), 500, 1)).toEqual([true]);
    expect(play(aMeter(100), 100, 6)).toEqual([false, false, false, false, true, true]);
  });

  it('stays high until half a minute was quiet, so that it does not flicker', () => {
    const meter = aMeter(100);
    play(meter, 500, 1);

    expect(play(meter, 20, 60)).not.toContain(false);
    const quiet = play(meter, 0, 40);
    expect(quiet.indexOf(false)).toBe(29); // the last busy second was the one before
    expect(play(meter, 20, 20)).not.toContain(true);
  });

  it('counts per second over the window', () => {
    const meter = aMeter(100);
    play(meter, 50, 5);

    expect(meter.perSecond()).toBe(40);
  });
});

describe('the work', () => {
  it('doubles with each thousand requests a second, up to sixteen times', () => {
    const tries = [0, 999, 1_000, 1_999, 2_000, 3_000, 4_000, 50_000].map((rate) => difficultyAt(rate).tries);

    expect(tries).toEqual([200, 200, 400, 400, 800, 1_600, 3_200, 3_200]);
  });
});
