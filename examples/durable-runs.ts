import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '@kt-event/sdk';
import { createEngine, createLocalDispatcher, type WorkflowDefinition } from '@kt-event/sdk/runs';

// The durable runs know nothing of marketing: here they send an invoice, once, whatever happens in between.
const sendInvoice: WorkflowDefinition = {
  name: 'send-invoice',
  version: 1,
  async run(context) {
    const invoice = await context.step('write', async () => ({ no: 17, totalKrw: 45_000 }));
    return context.effect('send', {
      idempotency: 'keyed',
      request: invoice,
      send: async ({ reference }) => ({ sentAs: reference }),
    });
  },
};

const now = () => new Date();
const folder = await mkdtemp(join(tmpdir(), 'kt-event-example-'));
const store = await openSqliteStore({ path: join(folder, 'runs.db'), now });
const engine = createEngine({
  journal: store.journal,
  dispatcher: createLocalDispatcher({ concurrency: 2 }),
  now,
  newId: randomUUID,
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  elapsedMs: () => performance.now(),
  emit: () => undefined,
});
const { id } = await engine.start(sendInvoice, {}, { subject: 'invoice-17' });
const run = await engine.advance(id, sendInvoice);
process.stdout.write(`${run.state}: ${JSON.stringify(run.result)}\n`);
await store.close();
