// One process of the torture: told what to do by its parent, and killed at any moment of it.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openClient } from '../../packages/sdk/dist/client.js';
import { openSqliteStore } from '../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { createForgetfulStore } from '../../packages/sdk/dist/testing/forgetful-store.js';
import { aSmallBrief } from '../../packages/sdk/dist/testing/small-brief.js';

process.once('message', async ({ folder, environment, forgetful, campaignNo, picturesPort }) => {
  let ktEvent;
  // the stand-ins really fetch the pictures
  const pictures = createServer((request, response) => serve(ktEvent, request, response));
  await new Promise((listening) => pictures.listen(picturesPort, '127.0.0.1', listening));
  const publicUrl = `http://127.0.0.1:${picturesPort}`;
  ktEvent = await openClient(
    {
      folder: join(folder, 'data'),
      output: join(folder, 'out'),
      environment,
      kakaoAudience: ['+821055009001'],
      publicUrl: () => publicUrl,
      now: () => new Date('2026-12-01T12:00:00+09:00'),
      // looking up waits for a quiet period, which the stand-ins do not need
      sleep: async () => undefined,
    },
    async (options) => {
      const store = await openSqliteStore(options);
      return forgetful ? createForgetfulStore(store) : store;
    },
  );
  await work(ktEvent, campaignNo);
  await ktEvent.close();
  process.exit(0);
});

async function work(ktEvent, campaignNo) {
  if (campaignNo === 'report') {
    const campaigns = await ktEvent.list();
    const statuses = await Promise.all(campaigns.map(({ id }) => ktEvent.status(id)));
    process.send(statuses.flatMap(({ publications }) => publications));
    return;
  }
  const name = `고문 ${campaignNo ?? 0}`;
  const begun = (await ktEvent.list()).find(({ brief }) => brief.name === name);
  const { id } = begun ?? (await ktEvent.create(briefOf(name)));
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  if (!campaign.approval) {
    await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'torture' });
  }
  await ktEvent.advance(id, { until: 'generate' });
  process.send('ready');
  if (campaignNo === undefined) return;
  await ktEvent.advance(id, { until: 'distribute', allowDuplicate: true });
}

/** The period is under way, so that nothing waits for it. */
function briefOf(name) {
  return aSmallBrief({ name, video: false, period: { start: '2026-12-01', end: '2026-12-03' } });
}

async function serve(ktEvent, request, response) {
  const url = new URL(request.url, 'http://localhost');
  const { creative, bytes } = await ktEvent.openMedia(url.pathname, Object.fromEntries(url.searchParams));
  response.setHeader('content-type', creative.mediaType).end(bytes);
}
