// A process of its own: it stops the clock of everything in it.
import { mock } from 'node:test';
import { openSandbox } from '../../packages/sandbox/dist/index.js';
import { ProviderError } from '../../packages/sdk/dist/errors/index.js';
import { createGotHttp } from '../../packages/sdk/dist/http/got-http.js';
import { policyDefaults } from '../../packages/sdk/dist/resilience/policy-defaults.js';
import { seededRandom } from '../seeded-random.mjs';
import { compareBooks, dueOf, isDelivered, ourBooks } from './faults-books.mjs';
import { noonMs, openWorld, servePicture } from './faults-world.mjs';

const minuteMs = 60_000;

/** Every provider is down from the first moment until then. */
const outageMs = 10 * minuteMs;

/** What is not delivered by then is late; nobody waits for it here. */
const patienceMs = 60 * minuteMs;

const campaigns = 100;

/** Virtual time of a request that is answered, and of one that is not. */
const answerMs = 80;
const brokenMs = 200;

/** Share of the requests to a provider that is down that get through to it and break off: the caller is left in doubt. */
const doubtShare = 0.3;

/** Step of the virtual clock. What is shorter counts as this. */
const tickMs = 50;

/** The server looks for campaigns that are due this often. */
const lookEveryMs = 5_000;

const realImmediate = globalThis.setImmediate;

process.once('message', async ({ seed, hasBreakers }) => {
  if (!hasBreakers) policyDefaults.channel.minimumCalls = Number.MAX_SAFE_INTEGER;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: noonMs });
  const calm = await endure({ seed, lastsMs: 0 });
  const { attempts, ...rest } = await endure({ seed, lastsMs: outageMs });
  const ratio = attempts / calm.attempts;
  process.send({ ...rest, attempts, normalAttempts: calm.attempts, attemptsRatio: ratio }, () =>
    process.exit(0),
  );
});

async function endure({ seed, lastsMs }) {
  const beginMs = Date.now();
  const sandbox = await openSandbox({ now: () => new Date() });
  const picture = await servePicture();
  const network = unreliable({ random: seededRandom(seed), beginMs, lastsMs });
  const delivered = new Map();
  const world = await openWorld({
    environment: sandbox.environment(),
    pictureUrl: picture.url,
    http: network.http,
    now: () => new Date(),
    sleep: wait,
    random: seededRandom(seed),
    saved(no, publication) {
      const key = `${no}/${publication.channel}`;
      if (isDelivered(publication) && !delivered.has(key)) delivered.set(key, Date.now() - beginMs);
    },
  });
  const nos = Array.from({ length: campaigns }, (_, index) => index + 1);
  try {
    for (const no of nos) await world.start(no);
    await live({
      world,
      network,
      untilMs: beginMs + patienceMs,
      isDone: () => delivered.size === dueOf(nos),
    });
    return {
      attempts: network.attempts(),
      lost: dueOf(nos) - delivered.size,
      deliveredAfterMin: Math.max(...delivered.values()) / minuteMs,
      ...compareBooks(await ourBooks(world, nos), sandbox.publications()),
    };
  } finally {
    await world.close();
    await picture.close();
    await sandbox.close();
  }
}

/** Lets time go by, and has the scheduler look at its times, until it is done or patience is at an end. */
async function live({ world, network, untilMs, isDone }) {
  const inHand = new Map();
  let failure;
  let nextLookMs = Date.now();
  const look = async () => {
    for (const { id, wakeAt } of await world.store.journal.list({
      states: ['queued', 'waiting', 'parked'],
    })) {
      if (inHand.has(id) || (wakeAt && Date.parse(wakeAt) > Date.now())) continue;
      const work = world.advance(id).catch((error) => {
        failure ??= error;
      });
      inHand.set(
        id,
        work.finally(() => inHand.delete(id)),
      );
    }
  };
  while (!isDone() && Date.now() < untilMs) {
    if (Date.now() >= nextLookMs) {
      nextLookMs += lookEveryMs;
      await look();
    }
    await network.rest();
    if (failure) throw failure;
    mock.timers.tick(inHand.size > 0 ? tickMs : nextLookMs - Date.now());
  }
  while (inHand.size > 0) {
    await network.rest();
    mock.timers.tick(tickMs);
  }
}

function wait(ms, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason, clearTimeout(timer)), { once: true });
  });
}

/** The network to the stand-ins. Virtual time stands still while a real answer is under way. */
function unreliable({ random, beginMs, lastsMs }) {
  const got = createGotHttp();
  let underWay = 0;
  let attempts = 0;

  async function down({ provider }) {
    if (random() >= doubtShare) throw new ProviderError('PROVIDER_005', { provider, reason: 'ECONNREFUSED' });
    await wait(brokenMs);
    throw new ProviderError('PROVIDER_006', { provider, reason: 'ECONNRESET' });
  }

  return {
    async http(request, signal) {
      if (Date.now() < beginMs + outageMs) attempts += 1;
      if (Date.now() < beginMs + lastsMs) return down(request);
      await wait(answerMs, signal);
      underWay += 1;
      try {
        return await got(request, signal);
      } finally {
        underWay -= 1;
      }
    },
    /** Requests that went out in the first ten minutes, whatever they were for. */
    attempts: () => attempts,
    async rest() {
      do await new Promise((resolve) => realImmediate(resolve));
      while (underWay > 0);
    },
  };
}
