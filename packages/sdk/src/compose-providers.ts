import { randomBytes } from 'node:crypto';
import type { PlaceDeps } from './campaign/anchor-post.js';
import type { PostDeps } from './campaign/read-post.js';
import { composeMessenger } from './compose-messenger.js';
import { AuthError } from './errors/index.js';
import type { Http } from './http/http.js';
import type { ProviderSettings } from './provider-settings.js';
import type { BusinessRegistry } from './providers/business-registry.js';
import type { ChannelAdapter } from './providers/channel.js';
import type { ClipInspector } from './providers/clip-inspector.js';
import { createClovaVoice } from './providers/clova/clova-voice.js';
import { createDrandBeacon } from './providers/drand/drand-beacon.js';
import { quicknet, quicknetHosts } from './providers/drand-chain.js';
import { createEspeakVoice } from './providers/espeak/espeak-voice.js';
import { createFfmpegInspector } from './providers/ffmpeg/ffmpeg-inspector.js';
import { createFfmpegSound } from './providers/ffmpeg/ffmpeg-sound.js';
import type { HumanCheck } from './providers/human-check.js';
import { createInstagramChannel } from './providers/instagram/instagram-channel.js';
import { createKakaoChannel } from './providers/kakao-channel/kakao-channel.js';
import type { KakaoDealer } from './providers/kakao-dealer.js';
import { createKtChannel } from './providers/kt/kt-channel.js';
import { createSubmissionFolder } from './providers/kt/submission-folder.js';
import type { MediaStore } from './providers/media-store.js';
import type { Messenger } from './providers/messenger.js';
import { createNaverBlogChannel } from './providers/naver-blog/naver-blog-channel.js';
import { createNaverBlogFolder } from './providers/naver-blog/naver-blog-folder.js';
import { createNhnDealer } from './providers/nhn/nhn-dealer.js';
import { createNtsRegistry } from './providers/nts/nts-registry.js';
import { createOperatorBeacon } from './providers/operator/operator-beacon.js';
import { createOutboxChannel } from './providers/outbox/outbox-channel.js';
import { createOutboxMessenger } from './providers/outbox/outbox-messenger.js';
import type { RandomnessBeacon, SecretVault } from './providers/randomness-beacon.js';
import { createSolapiDealer } from './providers/solapi/solapi-dealer.js';
import type { SoundEncoder } from './providers/sound-encoder.js';
import type { SpeechModel } from './providers/speech-model.js';
import type { TimeStampAuthority } from './providers/time-stamp-authority.js';
import type { TokenVault } from './providers/token-vault.js';
import { createTsa } from './providers/tsa/tsa.js';
import { createTurnstileCheck } from './providers/turnstile/turnstile-check.js';
import { createPageReader, createPublicPageReader } from './providers/web-page/page-reader.js';
import { createFolderVault } from './providers/witness/folder-vault.js';
import { createWitnessBeacon } from './providers/witness/witness-beacon.js';
import { createPolicy } from './resilience/create-policy.js';
import { type ProviderKind, policyDefaults } from './resilience/policy-defaults.js';
import type { PolicyOptions } from './resilience/policy-options.js';
import type { Policy } from './resilience/policy-type.js';
import type { Channel } from './schema/primitives.js';
import type { WebhookSecrets } from './webhook-secrets.js';

export interface ProviderParts extends Required<Pick<PolicyOptions, 'onEvent' | 'elapsedMs'>> {
  readonly settings: ProviderSettings;
  readonly kakaoAudience: readonly string[];
  readonly http: Http;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly secrets: SecretVault;
  readonly tokens: TokenVault;
}

/** The adapters of one client. Policies live as long as it does, so breakers see every campaign. */
export interface Providers {
  /** One for each channel: its real adapter where there are credentials, else the outbox of that campaign. */
  channels(wanted: readonly Channel[], media: MediaStore): ChannelAdapter[];
  messenger(media: MediaStore): Messenger;
  /** A provider's voice, else that of this machine, else none. */
  readonly speech: SpeechModel | undefined;
  /** The sound of films, where ffmpeg is there. */
  readonly soundEncoder: SoundEncoder | undefined;
  /** Who looks at clips, where ffmpeg is there. */
  readonly clipInspector: ClipInspector | undefined;
  beacon(type: RandomnessBeacon['type']): RandomnessBeacon;
  /** Asks for people in place of our own challenge, where there are credentials. */
  readonly humanCheck: HumanCheck | undefined;
  /** Who says when something existed; undefined when nobody was chosen. */
  readonly timeStamps: TimeStampAuthority | undefined;
  /** Who knows whether a business number is in use, where there is a key. */
  readonly registry: BusinessRegistry | undefined;
  /** Where posts that people have made are read. */
  readonly posts: PostDeps;
  /** Where a commitment is looked for that a person has made public. */
  readonly places: PlaceDeps;
  /** What their calls back must know. */
  readonly webhooks: WebhookSecrets;
}

export function composeProviders(parts: ProviderParts): Providers {
  const policy = policyMaker(parts);
  const adapters = channelAdapters(parts, policy);
  const { turnstile, tsa, nts, ffmpeg } = parts.settings;
  const messenger = composeMessenger(parts, policy);

  return {
    channels: (wanted, media) => wanted.map((channel) => adapters[channel] ?? byHand(channel, media)),
    messenger: (media) => messenger ?? createOutboxMessenger({ media }),
    speech: speechOf(parts, policy('clova', 'speechModel')),
    soundEncoder: ffmpeg === undefined ? undefined : createFfmpegSound({ executable: ffmpeg }),
    clipInspector: ffmpeg === undefined ? undefined : createFfmpegInspector({ executable: ffmpeg }),
    webhooks: parts.settings.webhooks ?? {},
    humanCheck:
      turnstile &&
      createTurnstileCheck({ ...parts, ...turnstile, policy: policy('turnstile', 'humanCheck') }),
    timeStamps: tsa && createTsa({ ...parts, ...tsa, randomBytes, policy: policy('tsa', 'lookup') }),
    registry: nts && createNtsRegistry({ ...parts, ...nts, policy: policy('nts', 'lookup') }),
    posts: postsOf(parts.settings, policy('post-pages', 'lookup')),
    places: placesOf(parts.settings, policy('public-pages', 'lookup')),
    beacon: beaconsOf(parts, policy('drand', 'lookup')),
  };
}

/** Without credentials nothing is sent: a person places what is laid ready. */
function byHand(channel: Channel, media: MediaStore): ChannelAdapter {
  switch (channel) {
    case 'naver_blog':
      return createNaverBlogFolder({ media });
    case 'wooridongne_tv':
    case 'ringo_biz':
    case 'genie_tv':
      return createSubmissionFolder({ channel, media });
    default:
      return createOutboxChannel({ channel, media });
  }
}

export type MakePolicy = (name: string, kind: ProviderKind) => Policy;

/** One policy for each provider, heard by whoever watches their health. */
export function policyMaker({ random, sleep, onEvent, elapsedMs }: ProviderParts): MakePolicy {
  return (name, kind) => createPolicy({ name, ...policyDefaults[kind], random, sleep, onEvent, elapsedMs });
}

function channelAdapters(parts: ProviderParts, policy: MakePolicy): Partial<Record<Channel, ChannelAdapter>> {
  const { settings, kakaoAudience, now } = parts;
  const { instagram, naverBlog, kt } = settings;
  const dealer = dealerOf(parts, policy);
  const ktPolicy = policy('kt', 'channel');
  return {
    ...(instagram && {
      instagram: createInstagramChannel({ ...parts, ...instagram, policy: policy('instagram', 'channel') }),
    }),
    ...(naverBlog && {
      naver_blog: createNaverBlogChannel({ ...parts, ...naverBlog, policy: policy('naver_blog', 'channel') }),
    }),
    ...(dealer && { kakao_channel: createKakaoChannel({ dealer, audience: kakaoAudience, now }) }),
    ...(kt && {
      wooridongne_tv: createKtChannel({ ...parts, ...kt, channel: 'wooridongne_tv', policy: ktPolicy }),
      ringo_biz: createKtChannel({ ...parts, ...kt, channel: 'ringo_biz', policy: ktPolicy }),
      genie_tv: createKtChannel({ ...parts, ...kt, channel: 'genie_tv', policy: ktPolicy }),
    }),
  };
}

/** Solapi before NHN Cloud, where both could send. */
function dealerOf(parts: ProviderParts, policy: MakePolicy): KakaoDealer | undefined {
  const { solapi, nhn } = parts.settings;
  const options = { ...parts, policy: policy('kakao_channel', 'channel') };
  if (solapi?.pfId !== undefined)
    return createSolapiDealer({ ...options, ...solapi, channelId: solapi.pfId, randomBytes });
  return nhn && createNhnDealer({ ...options, ...nhn });
}

function speechOf(parts: ProviderParts, policy: Policy): SpeechModel | undefined {
  const { clova, espeak } = parts.settings;
  if (clova) return createClovaVoice({ ...parts, ...clova, policy });
  return espeak === undefined ? undefined : createEspeakVoice({ executable: espeak });
}

function beaconsOf(
  { settings, http, now, secrets }: ProviderParts,
  policy: Policy,
): (type: RandomnessBeacon['type']) => RandomnessBeacon {
  const { hosts = quicknetHosts, chain = quicknet } = settings.drand;
  const makers = {
    drand: () => createDrandBeacon({ hosts, chain, http, policy, now }),
    witness: () => createWitnessBeacon({ vaults: vaultsOf(settings), randomBytes }),
    operator: () => createOperatorBeacon({ secrets, randomBytes }),
  };
  return (type) => makers[type]();
}

function postsOf(settings: ProviderSettings, policy: Policy): PostDeps {
  const standIn = blogStandIn(settings);
  return { pages: createPageReader({ policy, standIn }), standIn };
}

function placesOf(settings: ProviderSettings, policy: Policy): PlaceDeps {
  const standIn = blogStandIn(settings);
  return { pages: createPublicPageReader({ policy, standIn }), standIn };
}

function blogStandIn({ naverBlog }: ProviderSettings): string | undefined {
  return naverBlog?.mode === 'sandbox' ? new URL(naverBlog.baseUrl).origin : undefined;
}

function vaultsOf({ witnessFolders }: ProviderSettings): SecretVault[] {
  if (witnessFolders.length >= 2) return witnessFolders.map(createFolderVault);
  throw new AuthError('AUTH_001', { provider: 'witness', variables: 'WITNESS_FOLDERS' });
}
