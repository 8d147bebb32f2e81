import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSandbox } from '../../packages/sandbox/dist/index.js';
import { loadDriver } from '../../packages/sdk/dist/store/sqlite/driver.js';
import { seededRandom } from '../seeded-random.mjs';

const root = new URL('../../', import.meta.url);
const bin = fileURLToPath(new URL('packages/cli/dist/bin.js', root));
const file = fileURLToPath(new URL('examples/cafe-first-visit.yaml', root));
const Database = loadDriver();

/** Resumes until the rehearsal ends, this often at most. */
const maxResumes = 3;

/**
 * Kills a rehearsal at a random moment with SIGKILL, resumes it, and counts what customers of the stand-ins saw.
 * The control forgets its ledger after the kill.
 */
export async function resume({ kills, seed }) {
  const random = seededRandom(seed);
  const usualMs = await rehearsalMs();
  const violations = { duplicated: 0, lost: 0, unfinished: 0, secondDraw: 0 };
  const control = { duplicated: 0, lost: 0, unfinished: 0, secondDraw: 0 };
  let killed = 0;
  for (let round = 0; round < kills; round += 1) {
    killed += add(violations, await killOnce(random() * usualMs, () => undefined));
  }
  add(control, await killOnce(undefined, forgetLedger));
  return { violations, control, killed, rehearsalMs: Math.round(usualMs) };
}

async function rehearsalMs() {
  const startedAt = performance.now();
  await inFolder(async (folder) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      command(folder, 'run', file, '--rehearse', '--yes'),
    );
    if (status !== 0) throw new Error(`the rehearsal itself fails: ${stderr}`);
  });
  return performance.now() - startedAt;
}

async function killOnce(afterMs, meddle) {
  return inFolder(async (folder) => {
    const child = spawn(process.execPath, command(folder, 'run', file, '--rehearse', '--yes'), {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    const timer = afterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs);
    if (afterMs === undefined) await killInTheMiddle(folder, child);
    const signal = await ended;
    clearTimeout(timer);
    if (!existsSync(join(folder, '.kt-event/rehearsal/kt-event.db'))) return { killed: 1 }; // nothing had begun
    meddle(folder);
    return { killed: signal === 'SIGKILL' ? 1 : 0, ...(await finish(folder)) };
  });
}

/** As soon as a channel has published: what a ledger then forgets must show, however fast the machine is. */
async function killInTheMiddle(folder, child) {
  while (child.exitCode === null && acknowledged(folder) === 0) await wait(5);
  child.kill('SIGKILL');
}

function acknowledged(folder) {
  const path = join(folder, '.kt-event/rehearsal/kt-event.db');
  if (!existsSync(path)) return 0;
  let database;
  try {
    database = new Database(path, { readonly: true });
    return database
      .prepare("select count(*) as count from effect where state = 'acked' and key like 'distribute/%'")
      .get().count;
  } catch {
    return 0; // its tables are not there yet
  } finally {
    database?.close();
  }
}

async function finish(folder) {
  let status = 1;
  for (let attempt = 0; attempt < maxResumes && status !== 0; attempt += 1) {
    status = spawnSync(process.execPath, command(folder, 'resume')).status;
  }
  const seen = await publicationsOf(folder);
  const counts = [...groupBy(seen, onceOf).values()].map((rows) => rows.length);
  const reached = groupBy(seen, ({ channel }) => channel).size;
  return {
    duplicated: counts.filter((count) => count > 1).length,
    lost: reached > 0 ? Math.max(0, channels - reached) : 0,
    unfinished: status === 0 ? 0 : 1,
    secondDraw: drawsOf(folder) > 1 ? 1 : 0,
  };
}

/** What must be there once: a channel's publication, and each batch of messages to winners by its own mark. */
const onceOf = ({ channel, reference }) => (channel === 'ALIMTALK' ? `ALIMTALK ${reference}` : channel);

/** Six channels, the winners' messages, and those to people who agreed to hear of the store. */
const channels = 8;

async function publicationsOf(folder) {
  const journalPath = join(folder, '.kt-event/rehearsal/sandbox.jsonl');
  const sandbox = await openSandbox({ now: () => new Date(), journalPath });
  const seen = sandbox.publications();
  await sandbox.close();
  return seen;
}

function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function drawsOf(folder) {
  const database = new Database(join(folder, '.kt-event/rehearsal/kt-event.db'), { readonly: true });
  const { count } = database.prepare('select count(*) as count from draw').get();
  database.close();
  return count;
}

function forgetLedger(folder) {
  const database = new Database(join(folder, '.kt-event/rehearsal/kt-event.db'));
  database.exec('delete from step; delete from effect;');
  database.close();
}

function command(folder, ...args) {
  return [bin, ...args, '--json', '--dir', folder];
}

async function inFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-torture-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function add(sums, { killed, ...counts }) {
  for (const [name, count] of Object.entries(counts)) sums[name] += count;
  return killed;
}
