import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimContent } from '../../packages/sdk/dist/campaign/claim-content.js';
import { nextTry } from '../../packages/sdk/dist/campaign/retry-time.js';
import { composeProviders } from '../../packages/sdk/dist/compose-providers.js';
import { distribute } from '../../packages/sdk/dist/distribute/distribute.js';
import { readProviderSettings } from '../../packages/sdk/dist/provider-settings.js';
import { createLocalDispatcher } from '../../packages/sdk/dist/runs/dispatcher.js';
import { createEngine } from '../../packages/sdk/dist/runs/engine.js';
import { ParkedEffect, Suspension } from '../../packages/sdk/dist/runs/suspension.js';
import { openSqliteStore } from '../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { aCreative, aPost } from '../../packages/sdk/dist/testing/channel-fixtures.js';
import { aBrief, aCampaign } from '../../packages/sdk/dist/testing/fixtures.js';
import { squareJpeg } from '../../packages/sdk/dist/testing/square-jpeg.js';

/** A weekday noon in Seoul: every channel takes posts for hours to come. */
export const noonMs = Date.parse('2026-12-01T12:00:00+09:00');

export const channels = [
  'wooridongne_tv',
  'ringo_biz',
  'genie_tv',
  'instagram',
  'naver_blog',
  'kakao_channel',
];

/** Campaigns carried on at the same time, as in the product. */
export const concurrency = 8;

/**
 * The distribution of the product without the stages around it: its engine and ledger on an SQLite file, its adapters
 * and their policies as a client composes them. One run places one campaign on the six channels, and waits for its
 * next try as a campaign does.
 */
export async function openWorld(options) {
  const { environment, http, now, sleep, random, pictureUrl, atOnce = concurrency } = options;
  const folder = await mkdtemp(join(tmpdir(), 'kt-event-torture-'));
  const store = await openSqliteStore({ path: join(folder, 'kt-event.db'), now });
  const engine = createEngine({
    journal: store.journal,
    dispatcher: createLocalDispatcher({ concurrency: atOnce }),
    now,
    sleep,
    newId: () => '',
    elapsedMs: () => performance.now(),
    emit: () => undefined,
  });
  const providers = composeProviders({
    settings: readProviderSettings(environment),
    kakaoAudience: ['01055550001'],
    http,
    now,
    sleep,
    random,
    secrets: noSecrets,
    onEvent: () => undefined,
    elapsedMs: () => performance.now(),
  });
  const world = { store, now, pictureUrl, adapters: providers.channels(channels), saved: options.saved };
  return {
    store,
    async start(no) {
      await store.campaigns.add(campaignOf(no));
      await engine.start(
        definition(world),
        { no },
        {
          runId: String(no),
          subject: idOf(no),
        },
      );
    },
    advance: (runId, signal) => engine.advance(runId, definition(world), { signal }),
    publications: (no) => store.outcomes.publications(idOf(no)),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Only beacons keep any. */
const noSecrets = { keep: async () => undefined, read: async () => undefined };

/** A campaign waits for the next try of a channel exactly so. */
function definition(world) {
  return {
    name: 'distribution',
    version: 1,
    async run(context, { no }) {
      const { store, now } = world;
      try {
        await distribute(await inputOf(world, no), depsOf(world, context, no));
      } catch (error) {
        if (!(error instanceof ParkedEffect)) throw error;
      }
      const parked = await store.journal.effects({ runId: context.runId, states: ['parked'] });
      const retryAt = nextTry(await store.outcomes.publications(idOf(no)), parked, now());
      if (retryAt) throw new Suspension('channels', retryAt);
      return null;
    },
  };
}

async function inputOf({ store }, no) {
  const campaign = campaignOf(no);
  return {
    campaign,
    creatives: campaign.creatives,
    entryUrl: (channel) => `https://e.example/e/${campaign.slug}?from=${channel}`,
    channels,
    publications: await store.outcomes.publications(campaign.id),
  };
}

function depsOf({ store, adapters, now, pictureUrl, saved }, context, no) {
  return {
    channels: adapters,
    run: context,
    clock: now,
    mediaUrl: async (_creative, at) => `${pictureUrl}?no=${no}&at=${at.getTime()}`,
    async savePublication(publication) {
      await store.outcomes.savePublication(publication);
      saved?.(no, publication);
    },
    claim: (channel, hash) => claimContent(store, campaignOf(no), channel, hash),
  };
}

const idOf = (no) => `cmp-${String(no).padStart(12, '0')}`;

/** No two say the same: what a channel publishes can be told apart. */
function campaignOf(no) {
  const { store, text } = aPost();
  const words = text.replace('겨울 행운 이벤트', `겨울 행운 이벤트 ${no}`);
  return aCampaign({
    id: idOf(no),
    slug: `event${no}`,
    state: 'approved',
    brief: aBrief({ channels, store }),
    creatives: channels.flatMap((channel) => [
      aCreative({ id: `${channel}-text`, channel, kind: 'text', text: words }),
      aCreative({ id: `${channel}-image`, channel, ...(channel.endsWith('_tv') && screen) }),
    ]),
  });
}

const screen = { widthPx: 1920, heightPx: 1080, mediaType: 'image/png' };

/** Where the stand-ins fetch the picture from. */
export async function servePicture() {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'image/jpeg').end(squareJpeg),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/square.jpg`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
