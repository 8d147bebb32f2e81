import { join } from 'node:path';
import type { CampaignDeps, DistributionChoice } from './campaign/campaign-deps.js';
import { createCampaignWorkflow } from './campaign/campaign-workflow.js';
import type { Painters } from './campaign/painters.js';
import type { Writer } from './campaign/rewriting/writer.js';
import type { Stage } from './campaign/stage.js';
import { composeMediaHost } from './compose-media-host.js';
import { composePainters } from './compose-painters.js';
import { composeProviders, type Providers } from './compose-providers.js';
import { composeTrends, type TrendParts } from './compose-trends.js';
import { composeWords } from './compose-words.js';
import { openScenes, type Scenes } from './generate/painting/scenes.js';
import { createGotHttp } from './http/got-http.js';
import { readDatabaseUrl, readMasterKeys } from './options.js';
import type { PartsOptions } from './parts-options.js';
import { type Knowledge, openKnowledge } from './plan/knowledge.js';
import type { Planning } from './plan/merge/ask-models.js';
import { printedUrl } from './printed-url.js';
import type { ProgressEvent } from './progress-event.js';
import { type ProviderSettings, readProviderSettings } from './provider-settings.js';
import { createFileSales } from './providers/csv-sales/file-sales.js';
import type { FilmMaker } from './providers/film-maker.js';
import { createFilmThread } from './providers/film-thread/create-film-thread.js';
import { mediaPath } from './providers/local-host/local-host.js';
import { createLocalMedia } from './providers/local-media/local-media.js';
import type { MediaHost } from './providers/media-host.js';
import type { MediaStore } from './providers/media-store.js';
import { type ModelCatalogue, openModelCatalogue } from './providers/model-catalogue.js';
import { openTrendData, type TrendData } from './providers/trend-data.js';
import { type DesignsOf, openDesignsOf } from './render/design/designs-of.js';
import { createProcessors, openRenderer, type Renderer } from './render/index.js';
import { createHealthWatch, type HealthWatch } from './resilience/health-watch.js';
import { createLocalDispatcher } from './runs/dispatcher.js';
import { createEngine, type Engine } from './runs/engine.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import type { Creative } from './schema/creative.js';
import { createKeyring, type Keyring } from './security/campaign-keys.js';
import { openEntry } from './security/entry-seal.js';
import { createGuardKeys, type GuardKeys } from './security/guard-keys.js';
import { openMasterKeys } from './security/master-key.js';
import { type MediaKeys, openMediaKeys } from './security/media-keys.js';
import type { SecretBoxDeps } from './security/secret-box.js';
import { createSecretVault } from './security/secret-vault.js';
import { createMediaSigner, type MediaSigner } from './security/signed-url.js';
import { createTokenVault } from './security/token-vault.js';
import { createWinnerKeys, type WinnerKeys } from './security/winner-keys.js';
import type { Store } from './store/store.js';
import { readVerifierPage } from './verifier-page.js';

/** Everything a client is made of. */
export interface Parts extends PartsOptions {
  readonly films: FilmMaker;
  readonly store: Store;
  readonly engine: Engine;
  readonly knowledge: Knowledge;
  /** What seals secrets: the master keys and where the sealed ones lie. */
  readonly sealing: SecretBoxDeps;
  readonly keyring: Keyring;
  readonly guardKeys: GuardKeys;
  readonly winnerKeys: WinnerKeys;
  readonly providers: Providers;
  readonly planning: Planning;
  readonly painters: Painters;
  readonly writer: Writer | undefined;
  readonly trends: TrendParts;
  readonly mediaSigner: MediaSigner;
  readonly mediaKeys: MediaKeys;
  readonly mediaHost: (publicUrl: string) => MediaHost;
  readonly listeners: Set<(event: ProgressEvent) => void>;
  readonly health: HealthWatch;
  readonly renderer: Renderer;
  readonly designsOf: DesignsOf;
  media(folder: string): MediaStore;
  mediaPath(campaign: Campaign, creative: Creative, from?: Date): string;
  workflow(campaign: Campaign, choice: WorkflowChoice): Promise<WorkflowDefinition>;
  /** What a run of a campaign borrows, when it publishes nothing. */
  deps(campaign: Campaign): Promise<CampaignDeps>;
}

type Wired = 'mediaPath' | 'workflow' | 'deps';

/** How far one execution goes, and what it publishes. */
interface WorkflowChoice {
  readonly until?: Stage | undefined;
  readonly distribution: DistributionChoice;
}

/** Campaigns carried on at the same time by one process. */
const concurrency = 8;

/** Where the store of one machine is. */
export const databasePath = (folder: string): string => join(folder, 'kt-event.db');

/** What is wrong with the options is told before anything is made on disk; what fails later closes the store. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { folder, now, randomBytes, environment } = options;
  const settings = readProviderSettings(environment);
  const given = readMasterKeys(environment);
  const databaseUrl = readDatabaseUrl(environment);
  const [knowledge, catalogue, scenes, data, designsOf] = await Promise.all([
    openKnowledge(),
    openModelCatalogue(),
    openScenes(),
    openTrendData(),
    openDesignsOf(options.templates),
  ]);
  const masterKeys = await openMasterKeys({ path: join(folder, 'master.key'), given, randomBytes });
  const store = await options.openStore({ path: databasePath(folder), now, databaseUrl });
  try {
    const sealing = { keys: store.keys, ...masterKeys, randomBytes };
    const mediaKeys = await openMediaKeys(sealing);
    const read = { settings, knowledge, catalogue, scenes, data, designsOf };
    return assemble(options, { ...read, store, sealing, mediaKeys });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Opened extends Pick<Parts, 'store' | 'knowledge' | 'designsOf' | 'sealing' | 'mediaKeys'> {
  readonly catalogue: ModelCatalogue;
  readonly scenes: Scenes;
  readonly data: TrendData;
  readonly settings: ProviderSettings;
}

function assemble(options: PartsOptions, opened: Opened): Parts {
  const { store, settings, knowledge, designsOf, sealing, mediaKeys } = opened;
  const { now } = options;
  const listeners = new Set<(event: ProgressEvent) => void>();
  const health = watchHealth(listeners, { store, now });
  const engine = createEngine({
    ...options,
    journal: store.journal,
    dispatcher: createLocalDispatcher({ concurrency }),
    emit: (event) => emit(listeners, event),
  });
  const http = options.http ?? createGotHttp();
  const media = (path: string) => createLocalMedia({ folder: path, newId: options.newId });
  const mediaSigner = createMediaSigner({ keys: mediaKeys, now });
  const vaults = { secrets: createSecretVault(sealing), tokens: createTokenVault(sealing) };
  const outside = { ...options, settings, http, ...vaults, onEvent: health.hear };
  const processors = createProcessors();
  const known = {
    ...options,
    store,
    engine,
    knowledge,
    designsOf,
    listeners,
    sealing,
    keyring: createKeyring(sealing),
    guardKeys: createGuardKeys(sealing.masterKey),
    winnerKeys: createWinnerKeys(sealing),
    health,
    renderer: options.renderer ?? openRenderer({ processors }),
    films: options.films ?? createFilmThread({ processors, ffmpeg: settings.ffmpeg }),
    providers: composeProviders(outside),
    trends: composeTrends(outside, opened),
    ...composeWords(outside, { ...opened, budgetMs: options.planBudgetMs }),
    painters: composePainters(outside, opened),
    mediaSigner,
    mediaKeys,
    mediaHost: composeMediaHost(outside, { media, signer: mediaSigner }),
    media,
  };
  return { ...known, ...wired(known) };
}

/** What is made of the parts themselves. */
function wired(parts: Omit<Parts, Wired>): Pick<Parts, Wired> {
  const { mediaSigner } = parts;
  return {
    mediaPath: (campaign, creative, at) => mediaPath(mediaSigner, { campaign, creative, at }),
    workflow: async (campaign, choice) =>
      createCampaignWorkflow(await toDeps(parts, campaign, choice)) as WorkflowDefinition,
    deps: (campaign) => toDeps(parts, campaign, { distribution: {} }),
  };
}

async function toDeps(
  parts: Omit<Parts, Wired>,
  campaign: Campaign,
  { until, distribution }: WorkflowChoice,
): Promise<CampaignDeps> {
  const { store, knowledge, now, random, keyring, winnerKeys, providers, publicUrl } = parts;
  const media = parts.media(campaign.folder);
  const { brief } = campaign;
  let base: string | undefined;
  return {
    store,
    knowledge,
    now,
    random,
    media,
    renderer: parts.renderer,
    films: parts.films,
    designs: () => parts.designsOf(brief),
    publicUrl,
    until,
    distribution,
    planning: parts.planning,
    painters: parts.painters,
    writer: parts.writer,
    trends: parts.trends.watch.listens ? parts.trends.of : undefined,
    channels: providers.channels(brief.channels, media),
    messenger: providers.messenger(media),
    speech: providers.speech,
    soundEncoder: providers.soundEncoder,
    clipInspector: providers.clipInspector,
    timeStamps: providers.timeStamps,
    beacon: () => providers.beacon(brief.draw?.beacon ?? 'drand'),
    sales: brief.sales && createFileSales(brief.sales.csv),
    verifierPage: readVerifierPage,
    organiserKey: async () => (await keyring.of(campaign.id)).signingKey,
    openPerson: async (entry) => openEntry(entry, await keyring.of(campaign.id)),
    claimKey: () => winnerKeys.claimKey(campaign.id),
    async mediaUrl(owner, creative, at) {
      base ??= await printedUrl(parts, owner.id);
      const host = parts.mediaHost(base);
      await host.upload?.(owner, creative);
      return host.url(owner, creative, at);
    },
  };
}

/** Remembers how the providers are, and tells each change. */
function watchHealth(
  listeners: ReadonlySet<(event: ProgressEvent) => void>,
  { store, now }: Pick<Parts, 'store' | 'now'>,
): HealthWatch {
  return createHealthWatch({
    now,
    save: (record) => store.health.save(record),
    onChange: ({ provider, state, cause }) =>
      emit(listeners, { type: `provider:${state}`, provider, cause: cause?.code }),
  });
}

/** No listener can break a run. */
export function emit(listeners: ReadonlySet<(event: ProgressEvent) => void>, event: ProgressEvent): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch {
      // a listener's failure is its own
    }
  }
}
