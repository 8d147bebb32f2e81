import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openPostgresStore } from '../../../packages/sdk/dist/store/postgres/open-postgres-store.js';
import { aCampaign, aFirstComeBrief, checkHistory } from '../../../packages/sdk/dist/testing/index.js';

const program = fileURLToPath(new URL('node.mjs', import.meta.url));
const nodes = 4;
const people = 12_000;
const attempts = 8_000;
const stock = 9_000;
const campaignId = 'cmp-000000000004';

/** Four processes take the same phones in orders of their own; the checker of histories judges what each was told. */
export async function fourNodes(url) {
  const store = await openPostgresStore({ url, now: () => new Date() });
  await store.campaigns.add(aCampaign({ id: campaignId, slug: 'four-nodes', brief: aFirstComeBrief(stock) }));
  await store.entries.openStock(campaignId, stock);
  const children = await Promise.all(
    Array.from({ length: nodes }, (_, no) => start({ url, no, campaignId, people, attempts })),
  );
  const startedAt = performance.now();
  const reports = await Promise.all(children.map(run));
  const seconds = (performance.now() - startedAt) / 1_000;

  const failures = reports.flatMap((report) => report.failures);
  const violations = checkHistory({
    operations: reports.flatMap((report) => report.operations),
    aftermath: await aftermathOf(store),
  });
  await store.close();
  return {
    answersPerSecond: Math.round((nodes * attempts) / seconds),
    deadlocks: failures.filter((reason) => reason === '40P01').length,
    failures: failures.length,
    violations,
  };
}

/** @returns the process once it is connected and has its entries sealed. */
async function start(task) {
  const child = fork(program, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(task);
  await once(child, 'message');
  return child;
}

async function run(child) {
  child.send('go');
  const [report] = await once(child, 'message');
  child.disconnect();
  return report;
}

async function aftermathOf(store) {
  const entries = await store.entries.list(campaignId);
  return {
    entries: entries.map(({ id, ownerTag, seq, couponNo, receivedAt }) => ({
      entryId: id,
      person: ownerTag,
      seq,
      couponNo,
      receivedAt,
    })),
    stock: { total: stock, remaining: await store.entries.remainingStock(campaignId) },
    repeats: new Map(),
  };
}
