import { createGotHttp } from '../../packages/sdk/dist/index.js';
import { createLimit } from '../../packages/sdk/dist/resilience/index.js';
import { median } from '../measure.mjs';
import { atPlanDesk, briefOf, timed } from './plan-desk.mjs';

/** Time a stand-in takes for one answer, ms: the fast models of both makers for some 700 tokens, from memory. */
const latencies = { anthropic: 1_200, openai: 1_600 };
const slowestMs = Math.max(...Object.values(latencies));
const slow = Object.fromEntries(
  Object.entries(latencies).map(([name, ms]) => [name, { kind: 'latency', ms }]),
);

const alone = 8;
const crowd = 100;
const inFlight = 50;
const kept = 50;

/** One of the two is gone, in each of the ways a provider can be gone; then both. */
const gone = [
  { anthropic: { kind: 'hang' } },
  { openai: { kind: 'slow_body', bytesPerSec: 20 } },
  { anthropic: { kind: 'latency', ms: 60_000 }, openai: { kind: 'hang' } },
];

/**
 * What a plan costs beyond its slower model. A hundred plans ask two hundred times, and fifty calls are under way at
 * most, so that the baseline is a bare client that sends the very same requests under the same limit. Targets: `median`
 * at most 1.05, `p99` 1.15; `alone` is one plan over the slower model's own latency. `longestSeconds` below 10 with
 * models that are gone, `cachedMs` at most 5, `offlineMs` at most 50, `mostInFlight` 50.
 */
export async function plan() {
  const single = await atPlanDesk(slow, oneByOne);
  const many = await atPlanDesk(slow, allAtOnce);
  const without = await Promise.all(gone.map((faults) => atPlanDesk(faults, waited)));
  const ratio = (quantile) => quantile(many.plans) / quantile(many.bare);
  return {
    ratios: { median: ratio(median), p99: ratio(p99), alone: median(single.plans) / slowestMs },
    subject: { medianMs: median(many.plans), p99Ms: p99(many.plans), aloneMs: median(single.plans) },
    baseline: { medianMs: median(many.bare), p99Ms: p99(many.bare), slowerModelMs: slowestMs },
    whole: many.whole,
    mostInFlight: many.most,
    longestSeconds: Math.max(...without) / 1_000,
    cachedMs: { median: median(single.cached), p99: p99(single.cached) },
    offlineMs: { median: median(single.offline), p99: p99(single.offline) },
    samples: { alone, crowd, gone: gone.length, kept },
  };
}

const p99 = (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1];
const numbers = (count) => Array.from({ length: count }, (_, no) => no);

async function oneByOne({ ktEvent }) {
  await ktEvent.plan(briefOf('warm')); // imports both clients
  const measure = async (count, ask) => {
    const samples = [];
    for (const no of numbers(count)) samples.push((await timed(() => ask(no))).ms);
    return samples;
  };
  return {
    plans: await measure(alone, (no) => ktEvent.plan(briefOf(no))),
    cached: await measure(kept, () => ktEvent.plan(briefOf(0))),
    offline: await measure(kept, (no) => ktEvent.plan(briefOf(no), { offline: true })),
  };
}

/** All plans at once, then their requests again by a client that does nothing else. */
async function allAtOnce({ ktEvent, book }) {
  await ktEvent.plan(briefOf('warm'));
  book.requests.length = 0;
  const made = await Promise.all(numbers(crowd).map((no) => timed(() => ktEvent.plan(briefOf(no)))));
  const whole = made.filter(({ result }) => result.models.every(({ state }) => state !== 'failed')).length;
  return { plans: made.map(({ ms }) => ms), bare: await askBarely(book.requests), whole, most: book.most };
}

/** In the order in which they were asked: a plan's two requests stand beside each other. */
async function askBarely(requests) {
  const network = createGotHttp();
  const limit = createLimit(inFlight);
  const pairs = numbers(requests.length / 2).map((no) => requests.slice(2 * no, 2 * no + 2));
  const asked = await Promise.all(
    pairs.map((pair) => timed(() => Promise.all(pair.map((request) => limit(() => network(request)))))),
  );
  return asked.map(({ ms }) => ms);
}

async function waited({ ktEvent }) {
  return (await timed(() => ktEvent.plan(briefOf('gone')))).ms;
}
