import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSandbox } from '../../packages/sandbox/dist/index.js';
import { seededRandom } from '../seeded-random.mjs';
import { enumerateDeaths } from './distribute-deaths.mjs';

const child = fileURLToPath(new URL('distribute-child.mjs', import.meta.url));

/** Kills that a campaign has to live through at most. */
const killsPerCampaign = 6;

/** Time each stand-in takes for an answer. */
const answerMs = 25;

/** One placing in the books of the stand-ins for each of these. */
const channels = 6;

/** A killed process that does not answer within this was not ours to kill. */
const readyWithinMs = 60_000;

/**
 * Publishes campaigns on six channels in a process that is killed with SIGKILL at random moments and started again,
 * and counts what the stand-ins' customers saw; then lets it die at each single write. The control has
 * a ledger that forgets, and dies where that must show.
 */
export async function distribute({ kills, seed }) {
  const random = seededRandom(seed);
  const result = await inWorld({ forgetful: false }, (world) => torment(world, { kills, random }));
  const control = await inWorld({ forgetful: true }, killUnanswered);
  const { deaths, violations } = await enumerateDeaths();
  return {
    violations: { ...result.violations, ...violations },
    control,
    killed: result.killed,
    deaths,
    campaigns: result.campaigns,
    windowMs: result.windowMs,
  };
}

async function torment({ sandbox, start }, { kills, random }) {
  slowDown(sandbox);
  const windowMs = await distributionMs(start(0));
  let killed = 0;
  let campaigns = 1;
  for (; killed < kills; campaigns += 1) {
    killed += await tormentOne(() => start(campaigns), {
      kills: Math.min(killsPerCampaign, kills - killed),
      afterMs: () => random() ** 2 * windowMs, // sooner rather than later: what a resume has left to do is short
    });
  }
  const found = await start('report').ended;
  return { violations: countViolations(sandbox, found, campaigns), killed, campaigns, windowMs };
}

/** Kills where a ledger that forgets must be seen: the post is out, and its answer is still on the way. */
async function killUnanswered({ sandbox, start }) {
  for (let campaign = 0; campaign < unanswered; campaign += 1) {
    const before = sandbox.publications().length;
    sandbox.addFault({ provider: 'instagram', match: publishing, fault: slowAnswer, times: 1 });
    const { worker, ended } = start(campaign);
    while (!sandbox.publications().slice(before).some(isPost)) await wait(1);
    worker.kill('SIGKILL');
    await ended;
    await start(campaign).ended;
  }
  return countViolations(sandbox, await start('report').ended, unanswered);
}

const unanswered = 2;
const slowAnswer = { kind: 'slow_body', bytesPerSec: 1 };
const publishing = { method: 'POST', path: '/v26.0/17841400000000001/media_publish' };
const isPost = ({ provider }) => provider === 'instagram';

/** A folder and stand-ins for processes that come and go. */
async function inWorld({ forgetful }, work) {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-torture-'));
  const sandbox = await openSandbox({ now: () => new Date() });
  const picturesPort = await freePort();
  const start = (campaignNo) => run({ folder, sandbox, forgetful, picturesPort, campaignNo });
  try {
    return await work({ sandbox, start });
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A server keeps its address over its restarts; so does each process here. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Killed a few times, unless it gets done before; then left to finish. */
async function tormentOne(start, { kills, afterMs }) {
  for (let killed = 0; killed < kills; killed += 1) {
    if ((await killAfter(start(), afterMs())) === 0) return killed;
  }
  await start().ended;
  return kills;
}

/** Real providers answer in this time, so that a kill finds calls under way. */
function slowDown(sandbox) {
  for (const provider of ['instagram', 'naver_blog', 'solapi', 'kt']) {
    sandbox.addFault({ provider, fault: { kind: 'latency', ms: answerMs }, times: Number.MAX_SAFE_INTEGER });
  }
}

/** A process at its work. `ready` resolves as soon as it begins to publish, `ended` with what it says at its end. */
function run({ folder, sandbox, forgetful, picturesPort, campaignNo }) {
  const worker = fork(child, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  worker.send({ folder, environment: sandbox.environment(), forgetful, campaignNo, picturesPort });
  let said;
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the process did not begin')), readyWithinMs);
    const begun = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.once('exit', begun);
    worker.on('message', (message) => {
      said = message;
      if (message === 'ready') begun();
    });
  });
  const ended = new Promise((resolve, reject) => {
    worker.once('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(said);
      else reject(new Error(`the process ended with ${code ?? signal}`));
    });
  });
  return { worker, ready, ended };
}

async function distributionMs({ ready, ended }) {
  await ready;
  const startedAt = performance.now();
  await ended;
  return Math.round(performance.now() - startedAt);
}

async function killAfter({ worker, ready, ended }, afterMs) {
  await ready;
  const timer = setTimeout(() => worker.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
  return worker.signalCode === 'SIGKILL' ? 1 : 0;
}

/** The stand-ins' books against ours: each publication of ours once in theirs, and nothing in theirs that is not ours. */
function countViolations(sandbox, publications, campaigns) {
  const theirs = sandbox.publications().map(({ externalId }) => externalId);
  const ours = new Set(publications.flatMap(({ externalId }) => externalId ?? []));
  return {
    duplicated: theirs.filter((id) => !ours.has(id)).length + theirs.length - new Set(theirs).size,
    lost: [...ours].filter((id) => !theirs.includes(id)).length,
    unfinished: campaigns * channels - ours.size,
  };
}
