// One of several processes: it gets its task, says when it is ready, and reports what it was told.
import { once } from 'node:events';
import { openPostgresStore } from '../../../packages/sdk/dist/store/postgres/open-postgres-store.js';
import { aSealedEntry } from '../../../packages/sdk/dist/testing/index.js';
import { seededRandom } from '../../seeded-random.mjs';

const batchSize = 256;

const [task] = await once(process, 'message');
const store = await openPostgresStore({ url: task.url, now: () => new Date() });
const entries = sealedBy(task);
process.send('ready');
await once(process, 'message');
const report = { operations: [], failures: [] };
for (let from = 0; from < entries.length; from += batchSize) {
  const batch = entries.slice(from, from + batchSize);
  const invokedMs = clockMs();
  const outcomes = await store.entries.add(batch).catch((error) => {
    report.failures.push(error.context?.reason ?? String(error));
    return [];
  });
  const returnedMs = outcomes.length > 0 ? clockMs() : Number.POSITIVE_INFINITY;
  batch.forEach((entry, index) => {
    report.operations.push(toOperation(entry, { answer: outcomes[index], invokedMs, returnedMs }));
  });
}
await store.close();
process.send(report);

/** People in an order of this node's own; each of them is asked for by two or three nodes. */
function sealedBy({ no, campaignId, people, attempts }) {
  const random = seededRandom(no + 1);
  const everybody = Array.from({ length: people }, (_, index) => ({ index, order: random() }));
  return everybody
    .sort((a, b) => a.order - b.order)
    .slice(0, attempts)
    .map(({ index }) => {
      const id = `${no}${index.toString(16)}`.padStart(32, '0');
      return { ...aSealedEntry(index), id, campaignId, idempotencyKey: `key-of-node-${id}` };
    });
}

function toOperation({ ownerTag, idempotencyKey }, { answer, invokedMs, returnedMs }) {
  const told = { person: ownerTag, key: idempotencyKey, body: ownerTag, invokedMs, returnedMs };
  if (!answer) return told;
  if (!('entry' in answer)) return { ...told, answer: { kind: answer.kind } };
  const { id: entryId, seq, couponNo } = answer.entry;
  const receipt = { entryId, seq, couponNo };
  return { ...told, answer: { kind: answer.kind, receipt, text: JSON.stringify(receipt) } };
}

/** One for all processes of the machine, which never jumps. */
function clockMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}
