import { createPrivateKey } from 'node:crypto';
import { commit } from '../../packages/sdk/dist/draw/commit.js';
import { draw } from '../../packages/sdk/dist/draw/draw.js';
import { createEntryList } from '../../packages/sdk/dist/draw/entry-list.js';
import { createRecordHash } from '../../packages/sdk/dist/draw/leaf.js';
import { toSecretCommit } from '../../packages/sdk/dist/providers/beacon-secret.js';
import { quicknet } from '../../packages/sdk/dist/providers/drand-chain.js';
import { isRoundSigned } from '../../packages/sdk/dist/providers/drand-round.js';
import { median } from '../measure.mjs';
import { madeRecords, recordBytes, sourceOfRecords } from './draw-entries.mjs';

const entries = 1_000_000;
const rounds = 5;
const eventId = '0b9e1f64-6a0f-4b52-9c3c-3d8b7a0e6c11';
const secret = '07'.repeat(32);
const header = Buffer.from('302e020100300506032b657004220420', 'hex');
const organiserKey = createPrivateKey({
  key: Buffer.concat([header, Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
});

/** Subject and baseline in turn, so that a slow moment of the machine hits both. */
export async function drawRounds() {
  const records = madeRecords(0, entries);
  const source = sourceOfRecords(records);
  const subject = [];
  const hashing = [];
  let winners = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const hashingMs = await timed(() => hashLeaves(records));
    const subjectMs = await timed(async () => {
      winners = (await commitAndDraw(source, entries / 10_000)).results.length;
    });
    if (round === 0) continue; // the first round warms the compiler
    hashing.push(hashingMs);
    subject.push(subjectMs);
  }
  const drandMs = await timed(() => isRoundSigned(quicknet, 657_413, roundSignature));
  return { subjectMs: median(subject), hashingMs: median(hashing), drandMs, rounds, entries, winners };
}

/** What the draw itself does, from the first entry to a transcript that verifies. */
export async function commitAndDraw(source, winners) {
  const list = await createEntryList(eventId, source);
  const committed = commit(
    {
      list,
      prizes: [{ id: 'coffee', quantity: winners }],
      reserves: winners / 10,
      maxWeight: 3,
      rulesSha256: 'ab'.repeat(32),
      closedAt: '2026-12-14T15:00:00Z',
      publishedAt: '2026-12-14T15:01:00Z',
      beacon: { type: 'operator', commits: [toSecretCommit(secret)] },
    },
    { organiserKey },
  );
  const drawnAt = new Date('2026-12-14T16:00:00Z');
  return draw({ committed, list, proof: { secrets: [secret] }, anchors: [], drawnAt }, { organiserKey });
}

/** The same bytes through the same call, and the hashes kept: a hash that is thrown away serves nobody. */
function hashLeaves(records) {
  const hashRecord = createRecordHash(eventId);
  const hashes = Buffer.alloc(entries * 32);
  for (let index = 0; index * recordBytes < records.length; index += 1)
    hashes.write(hashRecord(records, index), index * 32, 'latin1');
  return hashes;
}

async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Quicknet's round 657413, of 2023-09-15. */
const roundSignature =
  'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b';
