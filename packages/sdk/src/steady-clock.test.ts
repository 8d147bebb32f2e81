import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createSteadyClock, type TimeSources } from './steady-clock.js';

const start = Date.parse('2026-12-03T23:00:00+09:00');
const hourMs = 3_600_000;
const midnight = Date.parse('2026-12-04T00:00:00+09:00');

type Clock = () => Date;
type MakeClock = (sources: Required<TimeSources>) => Clock;

const steady: MakeClock = createSteadyClock;
/** The mistake this is about. */
const ofTheWall: MakeClock =
  ({ wallMs }) =>
  () =>
    new Date(wallMs());

/** A machine whose time passes when a test says so. `trueMs` is what an honest clock outside would show. */
function aMachine(make: MakeClock) {
  let trueMs = start;
  let asleepMs = 0;
  let wrongByMs = 0;
  const now = make({
    wallMs: () => Math.floor(trueMs + wrongByMs),
    monotonicMs: () => trueMs - start - asleepMs,
    sinceBootMs: () => Math.floor((trueMs - start + 777) / 1_000) * 1_000,
  });
  return {
    shown: () => now().getTime(),
    errorMs: () => now().getTime() - trueMs,
    work(ms: number) {
      trueMs += ms;
    },
    sleep(ms: number) {
      trueMs += ms;
      asleepMs += ms;
    },
    /** The system's clock is set; the counters are not. */
    jump(ms: number) {
      wrongByMs += ms;
    },
    /** Time passes while the system's clock loses or gains `ms` in small steps, and somebody asks every second. */
    drift(seconds: number, ms: number) {
      for (let second = 0; second < seconds; second += 1) {
        trueMs += 1_000;
        wrongByMs += ms / seconds;
        now();
      }
    },
  };
}

type Machine = ReturnType<typeof aMachine>;

const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), ms: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 8 * hourMs }) }),
  fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -2 * hourMs, max: 2 * hourMs }) }),
);
const anyDay = fc.array(anyEvent, { maxLength: 40 });
const live = (machine: Machine, { kind, ms }: { kind: 'work' | 'sleep' | 'jump'; ms: number }): number => {
  machine[kind](ms);
  return machine.shown();
};

const goesBack = (times: readonly number[]): boolean => times.some((at, no) => at < (times[no - 1] ?? at));

describe('createSteadyClock', () => {
  test.prop([anyDay])('never goes back, whatever happens to the machine', (day) => {
    const machine = aMachine(steady);
    expect(goesBack(day.map((event) => live(machine, event)))).toBe(false);
  });

  test.prop([
    fc.constantFrom(-hourMs, hourMs, -86_400_000, -2_001, 2_001),
    fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 20 }),
  ])('does not follow a jump', (jump, pauses) => {
    const machine = aMachine(steady);
    machine.jump(jump);
    for (const pause of pauses) {
      machine.work(pause);
      expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(1);
    }
  });

  test.prop([fc.constantFrom(-1_000, 1_000), fc.integer({ min: 1, max: 120_000 })])(
    'takes a jump of a second for a correction, and follows it by half a millisecond a second',
    (jump, pause) => {
      const machine = aMachine(steady);
      machine.jump(jump);
      machine.work(pause);
      expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(pause * 0.0005 + 1);
    },
  );

  test.prop([fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 4 })])(
    'follows what a time service corrects bit by bit',
    (perThousandSeconds, hours) => {
      const machine = aMachine(steady);
      const drifted = perThousandSeconds * 3.6 * hours;
      machine.drift(3_600 * hours, drifted);
      expect(Math.abs(machine.errorMs() - drifted)).toBeLessThanOrEqual(3);
    },
  );

  test.prop([fc.integer({ min: 3_000, max: 10 * hourMs }), fc.integer({ min: 0, max: 5_000 })])(
    'makes up for a sleep of the machine at once',
    (asleep, awake) => {
      const machine = aMachine(steady);
      machine.work(awake);
      machine.shown();
      machine.sleep(asleep);
      expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(2);
    },
  );

  test.prop([fc.constantFrom(-hourMs, hourMs), fc.integer({ min: 3_000, max: 10 * hourMs })])(
    'makes up for a sleep to the second when the clock was set meanwhile',
    (jump, asleep) => {
      const machine = aMachine(steady);
      machine.jump(jump);
      machine.sleep(asleep);
      machine.work(1_000); // set back by as much as it slept, it is seen within a second
      expect(Math.abs(machine.errorMs())).toBeLessThanOrEqual(1_100);
    },
  );

  it('asks the machine how long it is up once a second, not for every entry', () => {
    let looks = 0;
    let counter = 0;
    const sinceBootMs = () => {
      looks += 1;
      return counter;
    };
    const now = createSteadyClock({ wallMs: () => counter, monotonicMs: () => counter, sinceBootMs });
    for (let no = 0; no < 10_000; no += 1, counter += 0.5) now();
    expect(looks).toBeLessThanOrEqual(6);
    expect(now().getTime()).toBe(5_000);
  });

  it('is the time of the machine it is made on', () => {
    const before = Date.now();
    const shown = createSteadyClock()().getTime();
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(Date.now() + 1);
  });

  describe.each([
    { make: steady, name: 'the steady clock', wrong: 0 },
    { make: ofTheWall, name: 'the clock of the wall, a seeded bug', wrong: 2 },
  ])('closing at midnight by $name', ({ make, wrong }) => {
    it(`is wrong about ${wrong} of two jumps`, () => {
      const misjudged = [
        { jump: hourMs, at: midnight - 60_000 },
        { jump: -hourMs, at: midnight + 60_000 },
      ].filter(({ jump, at }) => {
        const machine = aMachine(make);
        machine.jump(jump);
        machine.work(at - start);
        return machine.shown() < midnight !== at < midnight;
      });
      expect(misjudged).toHaveLength(wrong);
    });
  });
});
