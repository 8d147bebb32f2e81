import { credentials } from './credentials.js';
import { type ProviderName, providerNames } from './provider-name.js';
import type { DrandInfo } from './providers/drand/test-chain.js';

const baseUrlVariables: Readonly<
  Record<Exclude<ProviderName, 'naver_blog' | 'drand' | 'turnstile' | 'tsa'>, string>
> = {
  anthropic: 'ANTHROPIC_BASE_URL',
  openai: 'OPENAI_BASE_URL',
  sdwebui: 'SD_WEBUI_BASE_URL',
  stability: 'STABILITY_BASE_URL',
  runway: 'RUNWAYML_BASE_URL',
  veo: 'GEMINI_BASE_URL',
  instagram: 'IG_BASE_URL',
  naver: 'NAVER_BASE_URL',
  solapi: 'SOLAPI_BASE_URL',
  nhn: 'NHN_KAKAO_BASE_URL',
  kt: 'KT_BASE_URL',
  clova: 'NCP_CLOVA_VOICE_BASE_URL',
  nts: 'NTS_BASE_URL',
  data_go_kr: 'DATA_GO_KR_BASE_URL',
};

export function toBaseUrls(url: string): Record<ProviderName, string> {
  const entries = providerNames.map((name) => [name, `${url}/${name}`]);
  const baseUrls: Record<ProviderName, string> = Object.fromEntries(entries);
  return baseUrls;
}

/** Everything a client reads from its environment to talk to this sandbox. */
export function toEnvironment(url: string, drand: DrandInfo): Record<string, string> {
  const baseUrls = Object.entries(baseUrlVariables).map(([name, variable]) => [variable, `${url}/${name}`]);
  const named = providerNames.filter((name) => name !== 'turnstile'); // chosen by whoever wants it, never by default
  const secrets = named.flatMap((name) => Object.entries<string>(credentials[name]));
  return {
    ...Object.fromEntries(baseUrls),
    NHN_SMS_BASE_URL: `${url}/nhn`,
    BLOG_ENDPOINT_URL: `${url}/naver_blog/posts`,
    KT_EVENT_TSA_URL: `${url}/tsa`,
    DRAND_HOSTS: `${url}/drand,${url}/drand/relay-b`,
    DRAND_CHAIN: JSON.stringify(toChain(drand)),
    KT_EVENT_TEXT_MODEL: 'none', // words of a stand-in teach nobody what a text would read like
    ...Object.fromEntries(secrets),
  };
}

/** What a client must know to check the chain's signatures. */
function toChain({ public_key, period, genesis_time, groupHash, beaconID }: DrandInfo): object {
  return { public_key, period, genesis_time, group_hash: groupHash, beacon_id: beaconID };
}
