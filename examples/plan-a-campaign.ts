import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { briefInputSchema, chosenConcept, createKtEvent, parseInput } from '@kt-event/sdk';
import { store } from './cafe-ondo.js';

const folder = await mkdtemp(join(tmpdir(), 'kt-event-example-'));
const ktEvent = await createKtEvent({ folder, output: join(folder, 'campaigns') });
const brief = parseInput(
  briefInputSchema,
  { ...store, name: '첫 방문 QR 이벤트', budgetKrw: 300_000 },
  'brief',
);
const campaign = await ktEvent.create(brief);
const planned = await ktEvent.advance(campaign.id, { until: 'plan' });
const contentHash = ktEvent.contentHash(planned.campaign);
await ktEvent.approve(campaign.id, { contentHash, by: 'owner' });
const { campaign: made } = await ktEvent.advance(campaign.id, { until: 'generate' });
if (made.plan)
  process.stdout.write(
    `${chosenConcept(made.plan).title}: ${made.creatives.length} files in ${made.folder}\n`,
  );
await ktEvent.close();
