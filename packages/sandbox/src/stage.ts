import type { Journal, JournalEntry } from './journal.js';
import type { Provider } from './provider.js';
import type { ProviderName } from './provider-name.js';
import { createAnthropicProvider } from './providers/anthropic/anthropic-provider.js';
import { createClovaProvider } from './providers/clova/clova-provider.js';
import { createDataGoKrProvider } from './providers/data-go-kr/data-go-kr-provider.js';
import { createDrandProvider, type DrandProvider } from './providers/drand/drand-provider.js';
import { createInstagramProvider } from './providers/instagram/instagram-provider.js';
import { createKtProvider } from './providers/kt/kt-provider.js';
import { createNaverProvider } from './providers/naver/naver-provider.js';
import { createNaverBlogProvider } from './providers/naver-blog/naver-blog-provider.js';
import { createNhnProvider } from './providers/nhn/nhn-provider.js';
import { createNtsProvider } from './providers/nts/nts-provider.js';
import { createOpenaiProvider } from './providers/openai/openai-provider.js';
import { createRunwayProvider } from './providers/runway/runway-provider.js';
import { createSdwebuiProvider } from './providers/sdwebui/sdwebui-provider.js';
import { createSolapiProvider } from './providers/solapi/solapi-provider.js';
import { createStabilityProvider } from './providers/stability/stability-provider.js';
import { createTsaProvider } from './providers/tsa/tsa-provider.js';
import { createTurnstileProvider } from './providers/turnstile/turnstile-provider.js';
import { createVeoProvider } from './providers/veo/veo-provider.js';
import { Refusal } from './response.js';
import { createWorld, type World, type WorldOptions } from './world.js';

/** One world and the stand-ins that live in it. A reset replaces the whole. */
export interface Stage {
  readonly world: World;
  readonly drand: DrandProvider;
  readonly providers: ReadonlyMap<string, Provider>;
}

export function createStage(options: WorldOptions): Stage {
  const world = createWorld(options);
  const drand = createDrandProvider(world);
  const providers = [
    createAnthropicProvider(world),
    createOpenaiProvider(world),
    createSdwebuiProvider(world),
    createStabilityProvider(world),
    createRunwayProvider(world),
    createVeoProvider(world),
    createInstagramProvider(world),
    createNaverBlogProvider(world),
    createNaverProvider(world),
    createSolapiProvider(world),
    createNhnProvider(world),
    createKtProvider(world),
    createClovaProvider(),
    createNtsProvider(),
    createDataGoKrProvider(world),
    drand,
    createTurnstileProvider(),
    createTsaProvider(),
  ];
  return { world, drand, providers: new Map(providers.map((provider) => [provider.name, provider])) };
}

type RequestEntry = Extract<JournalEntry, { kind: 'request' }>;

/** Does a journaled request again. A refusal then is a refusal now, and changed nothing. */
export function replayRequest({ providers }: Stage, journal: Journal, entry: RequestEntry): void {
  const name: ProviderName = entry.provider;
  try {
    providers.get(name)?.handle(journal.toRequest(entry));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
  }
}
