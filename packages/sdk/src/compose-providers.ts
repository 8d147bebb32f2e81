import { randomBytes } from 'node:crypto';
import { AuthError } from './errors/index.js';
import type { Http } from './http/http.js';
import type { ProviderSettings } from './options.js';
import type { ChannelAdapter } from './providers/channel.js';
import { createDrandBeacon } from './providers/drand/drand-beacon.js';
import { quicknet, quicknetHosts } from './providers/drand-chain.js';
import { createInstagramChannel } from './providers/instagram/instagram-channel.js';
import { createKtChannel } from './providers/kt/kt-channel.js';
import type { MediaStore } from './providers/media-store.js';
import type { Messenger } from './providers/messenger.js';
import { createNaverBlogChannel } from './providers/naver-blog/naver-blog-channel.js';
import { createOperatorBeacon } from './providers/operator/operator-beacon.js';
import { createOutboxChannel } from './providers/outbox/outbox-channel.js';
import { createOutboxMessenger } from './providers/outbox/outbox-messenger.js';
import type { RandomnessBeacon, SecretVault } from './providers/randomness-beacon.js';
import { createKakaoChannel } from './providers/solapi/kakao-channel.js';
import { createSolapiMessenger } from './providers/solapi/solapi-messenger.js';
import { createFolderVault } from './providers/witness/folder-vault.js';
import { createWitnessBeacon } from './providers/witness/witness-beacon.js';
import { createPolicy } from './resilience/create-policy.js';
import { type ProviderKind, policyDefaults } from './resilience/policy-defaults.js';
import type { Policy } from './resilience/policy-type.js';
import type { Channel } from './schema/primitives.js';

export interface ProviderParts {
  readonly settings: ProviderSettings;
  readonly kakaoAudience: readonly string[];
  readonly http: Http;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly secrets: SecretVault;
}

/** The adapters of one client. Policies live as long as it does, so breakers see every campaign. */
export interface Providers {
  /** One for each channel: its real adapter where there are credentials, else the outbox of that campaign. */
  channels(wanted: readonly Channel[], media: MediaStore): ChannelAdapter[];
  messenger(media: MediaStore): Messenger;
  beacon(type: RandomnessBeacon['type']): RandomnessBeacon;
}

export function composeProviders(parts: ProviderParts): Providers {
  const policy = policyMaker(parts);
  const adapters = channelAdapters(parts, policy);
  const solapi = parts.settings.solapi;
  const messenger =
    solapi &&
    createSolapiMessenger({ ...parts, ...solapi, randomBytes, policy: policy('solapi', 'messenger') });

  return {
    channels: (wanted, media) =>
      wanted.map((channel) => adapters[channel] ?? createOutboxChannel({ channel, media })),
    messenger: (media) => messenger ?? createOutboxMessenger({ media }),
    beacon: beaconsOf(parts, policy('drand', 'lookup')),
  };
}

type MakePolicy = (name: string, kind: ProviderKind) => Policy;

function policyMaker({ random, sleep }: ProviderParts): MakePolicy {
  return (name, kind) => createPolicy({ name, ...policyDefaults[kind], random, sleep });
}

function channelAdapters(parts: ProviderParts, policy: MakePolicy): Partial<Record<Channel, ChannelAdapter>> {
  const { settings, kakaoAudience } = parts;
  const { instagram, naverBlog, solapi, kt } = settings;
  const ktPolicy = policy('kt', 'channel');
  return {
    ...(instagram && {
      instagram: createInstagramChannel({ ...parts, ...instagram, policy: policy('instagram', 'channel') }),
    }),
    ...(naverBlog && {
      naver_blog: createNaverBlogChannel({ ...parts, ...naverBlog, policy: policy('naver_blog', 'channel') }),
    }),
    ...(solapi?.pfId !== undefined && {
      kakao_channel: createKakaoChannel({
        ...parts,
        ...solapi,
        channelId: solapi.pfId,
        audience: kakaoAudience,
        randomBytes,
        policy: policy('kakao_channel', 'channel'),
      }),
    }),
    ...(kt && {
      wooridongne_tv: createKtChannel({ ...parts, ...kt, channel: 'wooridongne_tv', policy: ktPolicy }),
      ringo_biz: createKtChannel({ ...parts, ...kt, channel: 'ringo_biz', policy: ktPolicy }),
      genie_tv: createKtChannel({ ...parts, ...kt, channel: 'genie_tv', policy: ktPolicy }),
    }),
  };
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

function vaultsOf({ witnessFolders }: ProviderSettings): SecretVault[] {
  if (witnessFolders.length >= 2) return witnessFolders.map(createFolderVault);
  throw new AuthError('AUTH_001', { provider: 'witness', variables: 'WITNESS_FOLDERS' });
}
