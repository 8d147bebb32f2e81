import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';

const rounds = 4;
/** Requests of a round; the naive server is slow, and as well known after fewer. */
const requests = { product: 6_000, bare: 6_000, naive: 1_200 };
const connections = 512;
const crowd = 10_000;
const crowds = 2;

const serverScript = fileURLToPath(new URL('entries-server.mjs', import.meta.url));
const crowdScript = fileURLToPath(new URL('entries-crowd.mjs', import.meta.url));
const quietly = { execArgv: ['--no-warnings'] };

/**
 * Entries over HTTP that are sealed, unique and on disk before their answer: per second, over the same server with
 * nothing behind it, and over one with a transaction for every request. All three run beside each other and are asked
 * in turn by the same client, so that a slow moment of the machine hits all. Then as many people as `crowd` press the
 * button at once, each over a connection of their own. Targets: `bare` at least 0.5, `naive` at least 5, p99 at most
 * 3,000 ms, no error.
 */
export async function entries() {
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-entries-'));
  const servers = {};
  for (const kind of Object.keys(requests)) servers[kind] = await start([kind, join(folder, kind)]);
  const client = fork(crowdScript, quietly);
  const ask = createAsking(client, servers);
  try {
    return { ...(await compare(ask)), crowd: await burst(ask) };
  } finally {
    client.kill();
    for (const { child } of Object.values(servers)) {
      child.send('end');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true });
  }
}

async function start(args) {
  const child = fork(serverScript, args, quietly);
  const [{ url }] = await once(child, 'message');
  return { child, url };
}

/** Every request is a phone of its own. */
function createAsking(client, servers) {
  let firstPhone = 0;
  return async (kind, { count, connections }) => {
    client.send({ url: servers[kind].url, count, connections, firstPhone });
    firstPhone += count;
    const [result] = await once(client, 'message');
    return { ...result, perSecond: (count * 1_000) / result.ms };
  };
}

async function compare(ask) {
  const samples = { product: [], bare: [], naive: [] };
  const statuses = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [kind, count] of Object.entries(requests)) {
      const result = await ask(kind, { count, connections });
      addTo(statuses, kind, result.statuses);
      if (round > 0) samples[kind].push(result.perSecond); // the first round compiles the code
    }
  }
  const ratio = (kind) => median(samples.product.map((perSecond, round) => perSecond / samples[kind][round]));
  return {
    ratios: { bare: ratio('bare'), naive: ratio('naive') },
    targets: { bare: 0.5, naive: 5, crowdP99Ms: 3_000, errors: 0 },
    perSecond: Object.fromEntries(Object.entries(samples).map(([kind, all]) => [kind, median(all)])),
    statuses,
  };
}

function addTo(statuses, kind, more) {
  statuses[kind] ??= {};
  for (const [status, count] of Object.entries(more))
    statuses[kind][status] = (statuses[kind][status] ?? 0) + count;
}

/** Everyone connected first, then all at once. */
async function burst(ask) {
  const results = [];
  for (let round = 0; round < crowds; round += 1) {
    results.push(await ask('product', { count: crowd, connections: crowd }));
  }
  const percentile = (share) =>
    median(results.map(({ latencies }) => latencies.toSorted((a, b) => a - b)[Math.ceil(crowd * share) - 1]));
  const created = results.map(({ statuses }) => statuses[201] ?? 0);
  return {
    inFlight: crowd,
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    maxMs: percentile(1),
    errors: results.length * crowd - created.reduce((sum, count) => sum + count, 0),
  };
}
