import { delimiter } from 'node:path';
import { z } from 'zod';
import { AuthError } from './errors/index.js';
import type { Http } from './http/http.js';
import { type ChainInfo, chainInfoSchema } from './schema/draw.js';
import { parseInput } from './schema/parse.js';
import type { Mode } from './schema/primitives.js';

/** What `createKtEvent` takes. Everything the outside world provides can be replaced. */
export interface KtEventOptions {
  /** Data folder: database, keys, locks. Absolute. */
  readonly folder: string;
  /** Where campaigns' files go, one folder each. Absolute. */
  readonly output: string;
  /**
   * Credentials and addresses of outside systems, by the names of environment variables; pass `process.env`.
   * A provider without credentials stays `local`; one on a loopback address is `sandbox`; any other is `live`.
   * @defaultValue none: everything stays on this machine
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Address at which the server can be reached from outside, without a trailing slash. @defaultValue `http://localhost:8787` */
  readonly publicUrl?: () => string;
  /** Phones of the channel's friends for Kakao brand messages. @defaultValue none: Kakao asks for them */
  readonly kakaoAudience?: readonly string[];
  /** @defaultValue the system clock */
  readonly now?: () => Date;
  /** @defaultValue a real wait */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** @defaultValue got */
  readonly http?: Http;
}

type Environment = NonNullable<KtEventOptions['environment']>;

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  instagram: 'https://graph.instagram.com',
  solapi: 'https://api.solapi.com',
  nts: 'https://api.odcloud.kr',
} as const;

interface Endpoint {
  readonly baseUrl: string;
  readonly mode: Mode;
}

export interface ProviderSettings {
  readonly instagram?: Endpoint & { readonly accessToken: string; readonly userId: string };
  readonly naverBlog?: Endpoint & { readonly token: string };
  readonly kt?: Endpoint & { readonly token: string };
  readonly solapi?: Endpoint & {
    readonly apiKey: string;
    readonly apiSecret: string;
    readonly sender: string;
    readonly pfId?: string | undefined;
  };
  /** Folders of the draw's witnesses, each in that witness's own hands; two at least. */
  readonly witnessFolders: readonly string[];
  /** Empty for the public chain at its usual relays. */
  readonly drand: { readonly hosts?: readonly string[] | undefined; readonly chain?: ChainInfo | undefined };
}

/**
 * Reads who can be reached. A provider with all its variables is used, with none it is left out.
 *
 * @throws AuthError `AUTH_001` when only some of a provider's variables are there.
 */
export function readProviderSettings(environment: Environment): ProviderSettings {
  const group = grouper(environment);
  const instagram = group('Instagram', { accessToken: 'IG_ACCESS_TOKEN', userId: 'IG_USER_ID' });
  const naverBlog = group('Naver Blog', { baseUrl: 'BLOG_ENDPOINT_URL', token: 'BLOG_ENDPOINT_TOKEN' });
  const kt = group('KT', { baseUrl: 'KT_BASE_URL', token: 'KT_API_TOKEN' });
  const solapi = group('Solapi', {
    apiKey: 'SOLAPI_API_KEY',
    apiSecret: 'SOLAPI_API_SECRET',
    sender: 'SOLAPI_SENDER',
  });
  const instagramUrl = environment['IG_BASE_URL'] ?? defaults.instagram;
  const solapiUrl = environment['SOLAPI_BASE_URL'] ?? defaults.solapi;
  return {
    ...(instagram && { instagram: { ...instagram, ...endpoint(instagramUrl) } }),
    ...(naverBlog && { naverBlog: { ...naverBlog, ...endpoint(naverBlog.baseUrl) } }),
    ...(kt && { kt: { ...kt, ...endpoint(kt.baseUrl) } }),
    ...(solapi && { solapi: { ...solapi, ...endpoint(solapiUrl), pfId: environment['SOLAPI_PFID'] } }),
    witnessFolders: environment['WITNESS_FOLDERS']?.split(delimiter) ?? [],
    drand: readDrand(environment),
  };
}

/** Reads a provider's variables: all, none, or a complaint. */
function grouper(environment: Environment) {
  return <Name extends string>(
    provider: string,
    variables: Readonly<Record<Name, string>>,
  ): Readonly<Record<Name, string>> | undefined => {
    const pairs = Object.entries<string>(variables).map(
      ([name, variable]) => [name, environment[variable]] as const,
    );
    const missing = Object.values<string>(variables).filter((variable) => !environment[variable]);
    if (missing.length === pairs.length) return undefined;
    if (missing.length > 0) throw new AuthError('AUTH_001', { provider, variables: missing.join(', ') });
    return Object.fromEntries(pairs) as Readonly<Record<Name, string>>;
  };
}

function readDrand(environment: Environment): ProviderSettings['drand'] {
  const chain = environment['DRAND_CHAIN'];
  return {
    hosts: environment['DRAND_HOSTS']?.split(','),
    chain: chain === undefined ? undefined : parseInput(chainJsonSchema, chain, 'DRAND_CHAIN'),
  };
}

const chainJsonSchema = z.preprocess((text, context) => {
  try {
    return JSON.parse(String(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON', params: { ko: 'JSON이 아닙니다' } });
    return z.NEVER;
  }
}, chainInfoSchema);

/** A stand-in lives on this machine; whatever lives elsewhere is real. */
function endpoint(baseUrl: string): Endpoint {
  const { hostname } = new URL(baseUrl);
  const loopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return { baseUrl: baseUrl.replace(/\/$/, ''), mode: loopback ? 'sandbox' : 'live' };
}
