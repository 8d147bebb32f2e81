import { seededRandom } from '../seeded-random.mjs';
import { burst } from './entries/burst.mjs';
import { clockJumps } from './entries/clock-jumps.mjs';
import { diskFull } from './entries/disk-full.mjs';
import { powerCut } from './entries/power-cut.mjs';
import { bugs } from './entries/seeded-bugs.mjs';

const size = 10_000;
const stock = 1_000;
/** For the controls: a seeded bug shows in a small crowd as well. */
const controlSize = 2_000;

/**
 * Ten thousand people at once, a tenth of them on somebody else's phone, for a thousand coupons, on a server that is
 * killed in the middle; once more as a lottery; then a full disk, a clock that jumps, and a power cut. Each control is
 * one of these with a bug that must be seen.
 */
export async function entries({ kills, seed, rounds = 10 }) {
  const random = seededRandom(seed);
  const violations = { P1: 0, P2: 0, P3: 0, P4: 0, P5: 0, P6: 0, P7: 0, missedBugs: 0 };
  const figures = { bursts: [] };
  const judge = async (trial) => {
    const found = await trial;
    add(violations, found.violations);
    return found.figures;
  };
  for (let round = 0; round < rounds; round += 1) {
    const share = Math.floor((kills * (round + 1)) / rounds) - Math.floor((kills * round) / rounds);
    figures.bursts.push(await judge(burst({ size, stock, kills: share, random })));
  }
  figures.lottery = await judge(burst({ size, kills: Math.min(kills, 2), random }));
  figures.diskFull = await judge(diskFull({ random }));
  figures.clockJumps = await judge(clockJumps({ random }));
  figures.powerCut = await judge(powerCut({ random }));

  const control = await catchBugs(random);
  violations.missedBugs = Object.values(control).filter((count) => count === 0).length;
  return { violations, control, figures };
}

const trials = { burst, powerCut, clockJumps };

/** How often each seeded bug was seen where it must show; what could not be tried here is left out. */
async function catchBugs(random) {
  const control = {};
  for (const [bug, { trial, promises }] of Object.entries(bugs)) {
    const { violations, figures } = await trials[trial]({ size: controlSize, stock, kills: 2, random, bug });
    if (typeof figures === 'string') continue;
    control[bug] = violations.filter(({ property }) => promises.includes(property)).length;
  }
  return control;
}

function add(sum, violations) {
  for (const { property, what } of violations) {
    sum[property] = (sum[property] ?? 0) + 1;
    if (sum[property] <= shown) process.stderr.write(`${property}: ${what}\n`);
  }
}

/** Of each promise, so that a broken server does not fill the screen. */
const shown = 5;
