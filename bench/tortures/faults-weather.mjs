import { setImmediate } from 'node:timers/promises';
import { openSandbox } from '../../packages/sandbox/dist/index.js';
import { createGotHttp } from '../../packages/sdk/dist/http/got-http.js';
import { policyDefaults } from '../../packages/sdk/dist/resilience/policy-defaults.js';
import { seededRandom } from '../seeded-random.mjs';
import { compareBooks, dueOf, isDelivered, ourBooks } from './faults-books.mjs';
import { noonMs, openWorld, servePicture } from './faults-world.mjs';

/** Campaigns of one day, each day with stand-ins of its own: Instagram takes 100 posts a day. */
const perDay = 42;

/** A run is resumed this often at most, each time when its own time comes. */
const mostResumes = 5;

const stormy = ['instagram', 'naver_blog', 'solapi', 'kt'];

/**
 * Distributes campaigns while every request meets a fault with probability `p`, finding out and looking up included.
 * Breakers keep out of it, so that one delivery's luck is not another's: this is about retries and the ledger.
 *
 * @param network - Makes the network of it: a seeded bug, for a control.
 */
export async function weather({ days, p, seed, network = (http) => http }) {
  const { minimumCalls } = policyDefaults.channel;
  policyDefaults.channel.minimumCalls = Number.MAX_SAFE_INTEGER;
  try {
    const sums = { due: 0, atOnce: 0, delivered: 0, attempts: 0, duplicated: 0, invented: 0 };
    const failures = [];
    for (let day = 0; day < days; day += 1) {
      const counts = await oneDay({ day, p, seed: `${seed}/${p}/${day}`, network });
      for (const name of Object.keys(sums)) sums[name] += counts[name];
      failures.push(...counts.failures);
    }
    return { ...sums, reasons: tally(failures) };
  } finally {
    policyDefaults.channel.minimumCalls = minimumCalls;
  }
}

async function oneDay({ day, p, seed, network }) {
  const clock = virtualClock(noonMs);
  const sandbox = await openSandbox({ now: clock.now, seed });
  const picture = await servePicture();
  const attempts = { count: 0 };
  const world = await openWorld({
    environment: sandbox.environment(),
    pictureUrl: picture.url,
    http: network(counting(createGotHttp(), attempts)),
    now: clock.now,
    sleep: clock.sleep,
    random: seededRandom(day + 1),
  });
  const nos = Array.from({ length: perDay }, (_, index) => day * perDay + index + 1);
  for (const no of nos) await world.start(no);
  for (const provider of stormy) sandbox.addFault({ provider, fault: { kind: 'chaos', p } });
  try {
    await advanceAll(world, nos.map(String));
    const first = await ourBooks(world, nos);
    await resumeAll(world, clock);
    const ours = await ourBooks(world, nos);
    return {
      due: dueOf(nos),
      atOnce: first.filter(isDelivered).length,
      failures: first.filter((one) => !isDelivered(one)),
      delivered: ours.filter(isDelivered).length,
      attempts: attempts.count,
      ...compareBooks(ours, sandbox.publications()),
    };
  } finally {
    await world.close();
    await picture.close();
    await sandbox.close();
  }
}

/** How often each channel failed at first, and with what. */
function tally(failures) {
  const reasons = failures.map(({ channel, state, error }) => `${channel} ${error?.code ?? state}`).sort();
  return Object.fromEntries(
    [...new Set(reasons)].map((one) => [one, reasons.filter((other) => other === one).length]),
  );
}

async function advanceAll(world, runIds) {
  await Promise.all(runIds.map((runId) => world.advance(runId)));
}

async function resumeAll(world, clock) {
  for (let resumes = 0; resumes < mostResumes; resumes += 1) {
    const waiting = await world.store.journal.list({ states: ['waiting', 'parked', 'queued'] });
    if (waiting.length === 0) return;
    for (const { wakeAt } of waiting) if (wakeAt) clock.reach(Date.parse(wakeAt));
    await advanceAll(
      world,
      waiting.map(({ id }) => id),
    );
  }
}

/** Requests that publish: what a delivery costs at its provider beside looks and preparations. */
function counting(http, attempts) {
  return (request, signal) => {
    if (isPublishing(request)) attempts.count += 1;
    return http(request, signal);
  };
}

function isPublishing({ method, url }) {
  return method === 'POST' && /\/(media_publish|send-many\/detail|deploy|posts)$/.test(new URL(url).pathname);
}

/** Time that passes only where somebody waits. Those who wait at the same time wait together. */
function virtualClock(startMs) {
  let nowMs = startMs;
  const reach = (ms) => {
    nowMs = Math.max(nowMs, ms);
  };
  return {
    now: () => new Date(nowMs),
    reach,
    async sleep(ms, signal) {
      const untilMs = nowMs + ms;
      await setImmediate(undefined, { signal });
      reach(untilMs);
    },
  };
}
