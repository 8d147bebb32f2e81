import { openKnowledge } from '../../packages/sdk/dist/plan/knowledge.js';
import { seededRandom } from '../seeded-random.mjs';
import { average, playStore, strategies } from './learning/play-store.mjs';

const stores = 60;
const campaigns = 40;
/** Of whom the first campaign alone is played: of sixty, the share that a range held says no more than ± 10 points. */
const newcomers = 3_000;
/** Of the store's life: what it loses while it knows little, and when it knows more. */
const early = [0, 5];
const late = [campaigns - 10, campaigns];

/**
 * Stores whose true rates nobody knows: drawn for each from the priors of the knowledge base, and shaken anew in every
 * campaign. Each strategy lives through the same campaigns of the same stores; its plans, reports and lessons are the
 * product's own. Regret is what the best of the three concepts would have been worth more, in won, by the true rates.
 * Targets: it falls, stays below that of the knowledge base alone, and a range that claims four in five holds 75–85 %.
 */
export async function learning() {
  const knowledge = await openKnowledge();
  const lives = Array.from({ length: stores }, (_, no) =>
    playStore({ no, campaigns, knowledge, random: seededRandom(1_000 + no) }),
  );
  const regret = (strategy, [from, to]) =>
    average(lives.flatMap((life) => life[strategy].slice(from, to).map(({ regretKrw }) => regretKrw)));
  const covered = (strategy, [from, to]) =>
    average(lives.flatMap((life) => life[strategy].slice(from, to).map(({ held }) => (held ? 1 : 0))));
  const all = [0, campaigns];
  const firsts = Array.from(
    { length: newcomers },
    (_, no) =>
      playStore({ no, campaigns: 1, knowledge, random: seededRandom(20_000 + no), only: ['learning'] })
        .learning[0],
  );
  return {
    ratios: {
      regretLateOverEarly: regret('learning', late) / regret('learning', early),
      regretOverStatic: regret('learning', late) / regret('static', late),
    },
    regretKrw: Object.fromEntries(
      strategies.map((name) => [
        name,
        { early: regret(name, early), late: regret(name, late), all: regret(name, all) },
      ]),
    ),
    calibration: {
      nominal: 0.8,
      first: average(firsts.map(({ held }) => (held ? 1 : 0))),
      all: covered('learning', all),
      late: covered('learning', late),
    },
    samples: { stores, campaigns, newcomers },
  };
}
