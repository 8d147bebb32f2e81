import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKtEvent } from './client.js';
import type { KtEvent } from './kt-event.js';
import { quickMakers } from './testing/quick-makers.js';
import { signedCall } from './testing/signed-call.js';
import { aSmallBrief } from './testing/small-brief.js';
import { temporaryFolders } from './testing/temporary-folders.js';

const newFolder = temporaryFolders();
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let now: Date;
let sandbox: Sandbox;
let media: Server;
let ktEvent: KtEvent;

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00+09:00');
  sandbox = await openSandbox({ now: () => now });
  media = await serveMedia();
  const { port } = media.address() as AddressInfo;
  const folder = newFolder();
  ktEvent = await createKtEvent({
    folder: join(folder, 'data'),
    output: join(folder, 'out'),
    environment: { ...sandbox.environment(), KT_WEBHOOK_SECRET: secret },
    publicUrl: () => `http://127.0.0.1:${port}`,
    now: () => now,
    ...quickMakers(),
    sleep: async () => undefined,
  });
});
afterEach(async () => {
  await ktEvent.close();
  media.close();
  media.closeAllConnections();
  await sandbox.close();
});

/** KT fetches the spot, and shows no other than the one that was ordered. */
async function serveMedia(): Promise<Server> {
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const { creative, bytes } = await ktEvent.openMedia(pathname, Object.fromEntries(searchParams));
    response.setHeader('content-type', creative.mediaType).end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('hears at once that a spot is on the air, which no clock of ours had told', async () => {
  const { id } = await ktEvent.create(aSmallBrief({ channels: ['genie_tv'] }));
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  const { publications } = await ktEvent.advance(id, { until: 'distribute' });
  const deploymentId = publications[0]?.externalId ?? '';
  now = new Date('2026-12-01T12:00:00+09:00');

  const call = signedCall({ data: { deploymentId } }, { id: 'msg_1', at: now, key: secret });
  const heard = await ktEvent.hear('kt', call);

  const publication = async () => (await ktEvent.status(id)).publications[0];
  await expect.poll(publication).toMatchObject({ state: 'published', evidence: 'channel' });
  expect([publications[0]?.state, heard]).toEqual(['submitted', true]);
});
