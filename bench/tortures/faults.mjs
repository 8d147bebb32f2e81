import { ProviderError } from '../../packages/sdk/dist/errors/index.js';
import { outage } from './faults-outage.mjs';
import { weather } from './faults-weather.mjs';

/** Days of 42 campaigns on six channels: 2,016 deliveries. */
const days = 8;
const daysOfControl = 4;

/** Of 2,000 deliveries, when every tenth request meets a fault. */
const mostNotDelivered = 2;
/** Share that is delivered when three of ten do. */
const leastDelivered = 0.985;
/** Minutes within which all is delivered that fell due at the beginning of an outage of ten. */
const latestMin = 25;
/** Requests during the outage over those of the same campaigns in calm. */
const mostAttempts = 1.2;

/**
 * Deliveries while every tenth, then three of ten requests meet a fault, and an outage of ten minutes. A delivery
 * counts when one execution of its run brings it about, with the three retries of its policy and the look-ups of the
 * ledger; what later resumes bring is told apart. The
 * control's network repeats a request without an answer by itself, and its outage has no breakers.
 */
export async function faults({ seed }) {
  const fair = await weather({ days, p: 0.1, seed });
  const foul = await weather({ days, p: 0.3, seed });
  const control = await weather({ days: daysOfControl, p: 0.5, seed, network: blindlyRepeating });
  const down = await outage({ seed });
  const unprotected = await outage({ seed, hasBreakers: false });
  return {
    violations: violationsOf({ fair, foul, down }),
    control: {
      duplicated: control.duplicated,
      attemptsBeyondOutage: violationsOf({ fair, foul, down: unprotected }).attemptsBeyondOutage,
    },
    figures: { ...figuresOf(fair, 10), ...figuresOf(foul, 30), outage: down },
  };
}

function violationsOf({ fair, foul, down }) {
  const all = [fair, foul, down];
  const sum = (name) => all.reduce((total, one) => total + one[name], 0);
  return {
    duplicated: sum('duplicated'),
    invented: sum('invented'),
    notDeliveredBeyond2Of10: Math.max(0, fair.due - fair.atOnce - mostNotDelivered),
    belowShareOf30: Math.max(0, Math.ceil(foul.due * leastDelivered) - foul.atOnce),
    neverDelivered: fair.due - fair.delivered + foul.due - foul.delivered,
    lostInOutage: down.lost,
    lateAfterOutage: down.deliveredAfterMin > latestMin ? 1 : 0,
    attemptsBeyondOutage: down.attemptsRatio > mostAttempts ? 1 : 0,
  };
}

function figuresOf({ due, atOnce, delivered, attempts, duplicated, reasons }, percent) {
  return {
    [`delivered${percent}`]: atOnce / due,
    [`notDelivered${percent}`]: due - atOnce,
    [`notDeliveredAfterResumes${percent}`]: due - delivered,
    [`duplicates${percent}`]: duplicated,
    [`reasons${percent}`]: reasons,
    [`attemptsPerDelivery${percent}`]: attempts / due,
  };
}

/** The seeded bug: below the policy and the ledger, it sends again whatever stayed without an answer. */
function blindlyRepeating(http) {
  return async (request, signal) => {
    try {
      return await http(request, signal);
    } catch (error) {
      if (!ProviderError.is(error) || error.code !== 'PROVIDER_006') throw error;
      return http(request, signal);
    }
  };
}
