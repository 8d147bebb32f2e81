import { resolve } from 'node:path';
import { briefInputSchema, createKtEvent, parseInput } from '@kt-event/sdk';
import { cafeOndo } from './cafe-ondo.js';

const folder = resolve('kt-event-out');
const ktEvent = await createKtEvent({ folder, output: folder });
const { id } = await ktEvent.create(parseInput(briefInputSchema, cafeOndo, 'brief'));
const { campaign: planned } = await ktEvent.advance(id, { until: 'plan' });
await ktEvent.approve(id, { contentHash: ktEvent.contentHash(planned), by: 'owner' });
const { campaign } = await ktEvent.advance(id, { until: 'generate' });
process.stdout.write(`${campaign.creatives.length} files in ${campaign.folder}\n`);
await ktEvent.close();
