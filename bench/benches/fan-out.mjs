import { median } from '../measure.mjs';
import { channels, concurrency } from '../tortures/faults-world.mjs';
import { atDesk } from './fan-out-desk.mjs';

/**
 * Time each stand-in takes for one answer, ms: the lower end of what such providers are said to need, from memory (a
 * message 0.2 to 1 s; an Instagram post 2.5 to 12 s over all its calls). Instagram is asked several times, one after the
 * other, so that it is the slowest of the six; the others are asked once.
 */
const latencies = { instagram: 250, naver_blog: 300, kt: 400, solapi: 500 };

const rounds = 4;
const fanOutsPerRound = 20;
const crowd = 100;
const crowds = 1;
const besides = 10;

/** Neither the first nor the last to be done. */
const dead = 'naver_blog';

/**
 * What distributing costs beyond its slowest channel: from the start of a run to its end, over the network times of
 * the calls of its slowest channel, added up in that same fan-out. Targets: `median` at most 1.01, `p99` 1.05,
 * `hundredCampaigns` 1.15 over the ideal, `deadChannelDelayRatio` 1.
 *
 * The ideal of a hundred campaigns at once is the number of turns, with as many campaigns in each as are carried on
 * at the same time, by the latency of the slowest channel; the 100 calls that a provider takes at once are never used up.
 */
export async function fanOut() {
  const alone = [];
  for (let round = 0; round < rounds; round += 1) alone.push(await atDesk({ latencies }, oneByOne));
  const hundred = [];
  for (let round = 0; round < crowds; round += 1) hundred.push(await atDesk({ latencies }, allAtOnce));
  const calm = await atDesk({ latencies }, othersDone);
  const beside = await atDesk({ latencies, deaf: dead }, othersDone);

  const all = alone.flat();
  return {
    ratios: {
      median: median(alone.map((round) => median(round.map(toRatio)))),
      p99: quantile(all.map(toRatio), 0.99),
      hundredCampaigns: median(hundred.map(({ wallMs, idealMs }) => wallMs / idealMs)),
      deadChannelDelayRatio: median(beside) / median(calm),
    },
    subject: {
      wallMs: median(all.map(({ wallMs }) => wallMs)),
      hundredWallMs: median(hundred.map(({ wallMs }) => wallMs)),
      othersBesideDeadMs: median(beside),
    },
    baseline: {
      slowestMs: median(all.map(({ slowestMs }) => slowestMs)),
      slowestLatencyMs: median(all.map(({ latencyMs }) => latencyMs)),
      hundredIdealMs: median(hundred.map(({ idealMs }) => idealMs)),
      othersBesideLiveMs: median(calm),
    },
    samples: { fanOuts: all.length, crowds, crowd, besides },
  };
}

const toRatio = ({ wallMs, slowestMs }) => wallMs / slowestMs;

async function oneByOne({ world, book }) {
  const samples = [];
  for (let no = 0; no <= fanOutsPerRound; no += 1) {
    await world.start(no);
    book.takeNetwork();
    const startedAt = performance.now();
    await world.advance(String(no));
    const wallMs = performance.now() - startedAt;
    const slowest = book.takeNetwork().toSorted((a, b) => b.ms - a.ms)[0];
    await requireDelivered(world, no);
    if (no > 0) samples.push({ wallMs, slowestMs: slowest.ms, latencyMs: latencyOf(slowest) }); // the first connects
  }
  return samples;
}

const latencyOf = ({ client, calls }) => calls * latencies[client.split(' ')[0]];

async function allAtOnce({ world, book }) {
  const nos = Array.from({ length: crowd }, (_, index) => index);
  for (const no of nos) await world.start(no);
  book.takeNetwork();
  const startedAt = performance.now();
  await Promise.all(nos.map((no) => world.advance(String(no))));
  const wallMs = performance.now() - startedAt;
  const slowestMs = Math.max(...book.takeNetwork().map(latencyOf)) / crowd;
  for (const no of nos) await requireDelivered(world, no);
  return { wallMs, idealMs: Math.ceil(crowd / concurrency) * slowestMs };
}

/** How long it takes until all are done but the one that may be dead. */
async function othersDone({ world, book }) {
  const samples = [];
  for (let no = 0; no <= besides; no += 1) {
    await world.start(no);
    const leave = new AbortController();
    let left = channels.length - 1;
    let doneAt;
    const done = new Promise((resolve) => {
      book.whenSaved((_no, { channel }) => {
        if (channel === dead || doneAt) return;
        left -= 1;
        if (left > 0) return;
        doneAt = performance.now();
        resolve();
      });
    });
    const startedAt = performance.now();
    const run = world.advance(String(no), leave.signal).catch(() => undefined);
    await done;
    leave.abort(); // nobody waits for what will not answer
    await run;
    if (no > 0) samples.push(doneAt - startedAt);
  }
  return samples;
}

/** A fan-out that failed would be fast. */
async function requireDelivered(world, no) {
  const failed = (await world.publications(no)).filter(
    ({ state }) => state !== 'submitted' && state !== 'published',
  );
  if (failed.length > 0) throw new Error(`not delivered: ${JSON.stringify(failed)}`);
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
