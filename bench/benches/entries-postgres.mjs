import { createHash } from 'node:crypto';
import { createCommitter } from '../../packages/sdk/dist/participate/committer.js';
import { openPostgresStore } from '../../packages/sdk/dist/store/postgres/open-postgres-store.js';
import { aCampaign, aSealedEntry } from '../../packages/sdk/dist/testing/index.js';
import { median } from '../measure.mjs';
import { withDatabase } from './entries-postgres/database.mjs';
import { fourNodes } from './entries-postgres/four-nodes.mjs';

const rounds = 3;
/** As many as a committer lets wait. */
const crowd = 20_000;
const batches = [256, 512, 1_024];
/** As the product has it: one is on its way while another is written. */
const maxInFlight = 2;
/** One entry for each transaction is slow, so fewer of them tell as much. */
const single = 2_000;
/** Connections that write one entry at a time: as many as the pool of a process. */
const writers = 8;

/**
 * Entries that share a commit over entries that have one each, through the same repository on the same server; then
 * four processes on the same phones. Targets: `entriesPerSecond` at least 30,000, no deadlock, no violation.
 */
export async function entriesPostgres() {
  return withDatabase(async (url) => {
    const store = await openPostgresStore({ url, now: () => new Date() });
    const { single, ...together } = await speedsOf(store);
    await store.close();
    const best = Math.max(...Object.values(together));
    return {
      ratios: { single: best / single },
      subject: { entriesPerSecond: best, perSecondByBatch: together },
      baseline: { singleRowPerSecond: single },
      nodes: await fourNodes(url),
    };
  });
}

/** One after the other in each round, so that a slow moment of the machine hits all; the first round warms it up. */
async function speedsOf(store) {
  const speeds = [];
  for (let round = 0; round <= rounds; round += 1) {
    const speed = { single: await writeSingly(store, round) };
    for (const size of batches) speed[size] = await writeTogether(store, round, size);
    if (round > 0) speeds.push(speed);
  }
  const medianOf = (name) => Math.round(median(speeds.map((speed) => speed[name])));
  return Object.fromEntries(Object.keys(speeds[0]).map((name) => [name, medianOf(name)]));
}

async function writeTogether(store, round, maxBatch) {
  const entries = await newCrowd(store, `together-${maxBatch}-${round}`, crowd);
  const commit = (items) => store.entries.add(items.map(({ entry }) => entry));
  const committer = createCommitter({ commit, maxBatch, maxInFlight });
  const items = entries.map((entry, arrivalNo) => ({ entry, arrivalNo }));
  return speedOf(entries.length, () => Promise.all(items.map((item) => committer.submit(item))));
}

async function writeSingly(store, round) {
  const entries = await newCrowd(store, `singly-${round}`, single);
  let next = 0;
  const writer = async () => {
    for (let entry = entries[next++]; entry; entry = entries[next++]) await store.entries.add([entry]);
  };
  return speedOf(entries.length, () => Promise.all(Array.from({ length: writers }, writer)));
}

/** A campaign of its own with people who have not entered: their entries are sealed beforehand. */
async function newCrowd(store, name, size) {
  const campaignId = `cmp-${hashOf(name).slice(0, 12)}`;
  await store.campaigns.add(aCampaign({ id: campaignId, slug: name }));
  return Array.from({ length: size }, (_, no) => {
    const id = hashOf(`${name}/${no}`).slice(0, 32);
    return aSealedEntry(no, { ...sealed, id, campaignId, idempotencyKey: `key-${id}` });
  });
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** As long as what a name and a phone are sealed to. */
const sealed = { sealedName: 'n'.repeat(60), sealedPhone: 'p'.repeat(60), sealedSalt: 's'.repeat(60) };

async function speedOf(entries, work) {
  const startedAt = performance.now();
  const outcomes = await work();
  const seconds = (performance.now() - startedAt) / 1_000;
  const refused = outcomes.flat().filter((outcome) => outcome && outcome.kind !== 'created');
  if (refused.length > 0) throw new Error(`${refused.length} entries were not created`);
  return entries / seconds;
}
