import { join } from 'node:path';
import type { CampaignDeps, DistributionChoice } from './campaign/campaign-deps.js';
import { createCampaignWorkflow } from './campaign/campaign-workflow.js';
import type { Stage } from './campaign/stage.js';
import { composeProviders, type Providers } from './compose-providers.js';
import { createGotHttp } from './http/got-http.js';
import type { KtEvent } from './kt-event.js';
import {
  type KtEventOptions,
  type ProviderSettings,
  readMasterKey,
  readProviderSettings,
} from './options.js';
import { createCampaignCache } from './participate/campaign-cache.js';
import { createCommitter } from './participate/committer.js';
import { participate } from './participate/participate.js';
import { type Knowledge, openKnowledge } from './plan/knowledge.js';
import { createFileSales } from './providers/csv-sales/file-sales.js';
import { createLocalMedia } from './providers/local-media/local-media.js';
import type { MediaStore } from './providers/media-store.js';
import { createLocalDispatcher } from './runs/dispatcher.js';
import { createEngine, type Engine } from './runs/engine.js';
import type { RunEvent } from './runs/run-event.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import type { Creative } from './schema/creative.js';
import { createKeyring, type Keyring } from './security/campaign-keys.js';
import { deriveKey } from './security/derive-key.js';
import { openPerson } from './security/entry-seal.js';
import { openMasterKey } from './security/master-key.js';
import type { RandomBytes } from './security/random-bytes.js';
import { createSecretVault } from './security/secret-vault.js';
import { createMediaSigner, longestLifetimeSeconds, type MediaSigner } from './security/signed-url.js';
import type { SqliteStoreOptions } from './store/sqlite/open-sqlite-store.js';
import type { Store } from './store/store.js';

/** The options with every default filled in, and the sources of chance and time. */
export interface PartsOptions extends Required<Omit<KtEventOptions, 'http'>>, Pick<KtEventOptions, 'http'> {
  readonly newId: () => string;
  readonly randomBytes: RandomBytes;
  readonly random: () => number;
  readonly elapsedMs: () => number;
  readonly openStore: (options: SqliteStoreOptions) => Promise<Store>;
}

/** Everything a client is made of. */
export interface Parts extends PartsOptions {
  readonly store: Store;
  readonly engine: Engine;
  readonly knowledge: Knowledge;
  readonly keyring: Keyring;
  readonly providers: Providers;
  readonly mediaSigner: MediaSigner;
  readonly listeners: Set<(event: RunEvent) => void>;
  readonly participate: KtEvent['participate'];
  media(folder: string): MediaStore;
  mediaPath(campaign: Campaign, creative: Creative, from?: Date): string;
  workflow(campaign: Campaign, choice: WorkflowChoice): Promise<WorkflowDefinition>;
}

/** How far one execution goes, and what it publishes. */
export interface WorkflowChoice {
  readonly until?: Stage | undefined;
  readonly distribution: DistributionChoice;
}

/** Campaigns carried on at the same time by one process. */
const concurrency = 8;

/** What is wrong with the options is told before anything is made on disk; what fails later closes the store. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { folder, now, randomBytes, environment } = options;
  const settings = readProviderSettings(environment);
  const bytes = readMasterKey(environment);
  const knowledge = await openKnowledge();
  const masterKey = await openMasterKey({ path: join(folder, 'master.key'), bytes, randomBytes });
  const store = await options.openStore({ path: join(folder, 'kt-event.db'), now });
  try {
    return assemble(options, { store, settings, knowledge, masterKey });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Opened extends Pick<Parts, 'store' | 'knowledge'> {
  readonly settings: ProviderSettings;
  readonly masterKey: Uint8Array;
}

function assemble(options: PartsOptions, { store, settings, knowledge, masterKey }: Opened): Parts {
  const { now, randomBytes } = options;
  const secrets = createSecretVault({ keys: store.keys, masterKey, randomBytes });
  const listeners = new Set<(event: RunEvent) => void>();
  const engine = createEngine({
    ...options,
    journal: store.journal,
    dispatcher: createLocalDispatcher({ concurrency }),
    emit: (event) => emit(listeners, event),
  });
  const http = options.http ?? createGotHttp();
  const known = {
    ...options,
    store,
    engine,
    knowledge,
    listeners,
    keyring: createKeyring({ keys: store.keys, masterKey, randomBytes }),
    providers: composeProviders({ ...options, settings, http, secrets }),
    mediaSigner: createMediaSigner({
      keys: { '1': deriveKey(masterKey, 'kt-media/1') },
      currentKeyId: '1',
      now,
    }),
    media: (path: string) => createLocalMedia({ folder: path, newId: options.newId }),
  };
  return { ...known, ...wired(known) };
}

/** What is made of the parts themselves. */
function wired(
  parts: Omit<Parts, 'participate' | 'mediaPath' | 'workflow'>,
): Pick<Parts, 'participate' | 'mediaPath' | 'workflow'> {
  const { store, now, mediaSigner } = parts;
  const cache = createCampaignCache({ campaigns: store.campaigns, now });
  const committer = createCommitter({ entries: store.entries });
  const mediaPath: Parts['mediaPath'] = ({ slug }, { id }, from) =>
    mediaSigner.mint(`/m/${slug}/${id}`, longestLifetimeSeconds, from);
  return {
    mediaPath,
    participate: (slug, input, options = {}) =>
      participate(
        { slug, entry: input, ...options },
        { ...parts, entries: store.entries, campaigns: cache, committer },
      ),
    workflow: async (campaign, choice) =>
      createCampaignWorkflow(await toDeps(parts, campaign, { ...choice, mediaPath })) as WorkflowDefinition,
  };
}

async function toDeps(
  parts: Omit<Parts, 'participate' | 'mediaPath' | 'workflow'>,
  campaign: Campaign,
  { until, distribution, mediaPath }: WorkflowChoice & Pick<Parts, 'mediaPath'>,
): Promise<CampaignDeps> {
  const { store, knowledge, now, keyring, providers, publicUrl } = parts;
  const media = parts.media(campaign.folder);
  const { brief } = campaign;
  return {
    store,
    knowledge,
    now,
    media,
    publicUrl,
    until,
    distribution,
    channels: providers.channels(brief.channels, media),
    messenger: providers.messenger(media),
    beacon: () => providers.beacon(brief.draw?.beacon ?? 'drand'),
    sales: brief.sales && createFileSales(brief.sales.csv),
    organiserKey: async () => (await keyring.of(campaign.id)).signingKey,
    openPerson: async (entry) => openPerson(entry, (await keyring.of(campaign.id)).dataKey),
    mediaUrl: async (owner, creative, at) => `${publicUrl()}${mediaPath(owner, creative, at)}`,
  };
}

/** No listener can break a run. */
function emit(listeners: ReadonlySet<(event: RunEvent) => void>, event: RunEvent): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch {
      // a listener's failure is its own
    }
  }
}
