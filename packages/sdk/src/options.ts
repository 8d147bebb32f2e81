import { delimiter, isAbsolute } from 'node:path';
import { z } from 'zod';
import { type Endpoint, parseAddress, parseEndpoint } from './endpoint.js';
import { AuthError, UserError } from './errors/index.js';
import type { Http } from './http/http.js';
import { type ChainInfo, chainInfoSchema } from './schema/draw.js';
import { parseInput } from './schema/parse.js';

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

/** One variable; one that is set to nothing is not set, as files of settings are full of those. */
type Read = (variable: string) => string | undefined;

function reader(environment: NonNullable<KtEventOptions['environment']>): Read {
  return (variable) => environment[variable]?.trim() || undefined;
}

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = { instagram: 'https://graph.instagram.com', solapi: 'https://api.solapi.com' } as const;

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
  /** Folders of the draw's witnesses, absolute, each in that witness's own hands; two at least. */
  readonly witnessFolders: readonly string[];
  /** Empty for the public chain at its usual relays. */
  readonly drand: { readonly hosts?: readonly string[] | undefined; readonly chain?: ChainInfo | undefined };
}

/**
 * Reads who can be reached. A provider with all its variables is used, with none it is left out.
 *
 * @throws AuthError `AUTH_001` when only some of a provider's variables are there; UserError `USER_001` for an
 * address, a folder or a chain that cannot be one.
 */
export function readProviderSettings(
  environment: NonNullable<KtEventOptions['environment']>,
): ProviderSettings {
  const read = reader(environment);
  return {
    ...readInstagram(read),
    ...readNaverBlog(read),
    ...readKt(read),
    ...readSolapi(read),
    witnessFolders: readWitnessFolders(read),
    drand: readDrand(read),
  };
}

function readInstagram(read: Read): Pick<ProviderSettings, 'instagram'> {
  const group = readGroup(read, 'Instagram', ['IG_ACCESS_TOKEN', 'IG_USER_ID']);
  if (!group) return {};
  const endpoint = parseEndpoint(read('IG_BASE_URL') ?? defaults.instagram, 'IG_BASE_URL');
  return { instagram: { ...endpoint, accessToken: group('IG_ACCESS_TOKEN'), userId: group('IG_USER_ID') } };
}

function readNaverBlog(read: Read): Pick<ProviderSettings, 'naverBlog'> {
  const group = readGroup(read, 'Naver Blog', ['BLOG_ENDPOINT_URL', 'BLOG_ENDPOINT_TOKEN']);
  if (!group) return {};
  const endpoint = parseEndpoint(group('BLOG_ENDPOINT_URL'), 'BLOG_ENDPOINT_URL');
  return { naverBlog: { ...endpoint, token: group('BLOG_ENDPOINT_TOKEN') } };
}

function readKt(read: Read): Pick<ProviderSettings, 'kt'> {
  const group = readGroup(read, 'KT', ['KT_BASE_URL', 'KT_API_TOKEN']);
  if (!group) return {};
  return { kt: { ...parseEndpoint(group('KT_BASE_URL'), 'KT_BASE_URL'), token: group('KT_API_TOKEN') } };
}

function readSolapi(read: Read): Pick<ProviderSettings, 'solapi'> {
  const group = readGroup(read, 'Solapi', ['SOLAPI_API_KEY', 'SOLAPI_API_SECRET', 'SOLAPI_SENDER']);
  if (!group) return {};
  return {
    solapi: {
      ...parseEndpoint(read('SOLAPI_BASE_URL') ?? defaults.solapi, 'SOLAPI_BASE_URL'),
      apiKey: group('SOLAPI_API_KEY'),
      apiSecret: group('SOLAPI_API_SECRET'),
      sender: group('SOLAPI_SENDER'),
      pfId: read('SOLAPI_PFID'),
    },
  };
}

/** Reads the variables that a provider cannot do without: all, none, or a complaint. */
function readGroup<Name extends string>(
  read: Read,
  provider: string,
  names: readonly Name[],
): ((name: Name) => string) | undefined {
  const missing = names.filter((name) => read(name) === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) throw new AuthError('AUTH_001', { provider, variables: missing.join(', ') });
  return (name) => read(name) ?? '';
}

/** Two entries for one folder are one witness. */
function readWitnessFolders(read: Read): string[] {
  const folders = split(read('WITNESS_FOLDERS'), delimiter);
  if (folders.every((folder) => isAbsolute(folder))) return [...new Set(folders)];
  const message = { ko: '절대 경로여야 합니다', en: 'must be absolute paths' };
  throw new UserError(
    'USER_001',
    { what: 'WITNESS_FOLDERS' },
    { issues: [{ path: ['WITNESS_FOLDERS'], message }] },
  );
}

/** Another chain than the public one is found only at relays of its own. */
function readDrand(read: Read): ProviderSettings['drand'] {
  const hosts = split(read('DRAND_HOSTS'), ',').map((host) => parseAddress(host, 'DRAND_HOSTS').baseUrl);
  const chain = read('DRAND_CHAIN');
  if (chain !== undefined && hosts.length === 0) {
    throw new AuthError('AUTH_001', { provider: 'drand', variables: 'DRAND_HOSTS' });
  }
  return {
    hosts: hosts.length > 0 ? hosts : undefined,
    chain: chain === undefined ? undefined : parseInput(chainJsonSchema, chain, 'DRAND_CHAIN'),
  };
}

function split(text: string | undefined, separator: string): string[] {
  return (text ?? '').split(separator).flatMap((part) => part.trim() || []);
}

const chainJsonSchema = z.preprocess((text, context) => {
  try {
    return JSON.parse(String(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON', params: { ko: 'JSON이 아닙니다' } });
    return z.NEVER;
  }
}, chainInfoSchema);

/** 32 bytes in Base64, with its padding. */
const masterKeyPattern = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The master key from the environment, for machines whose disk is not trusted with it.
 *
 * @throws UserError `USER_001` when it is anything but 32 bytes in Base64. The key itself is not repeated.
 */
export function readMasterKey(
  environment: NonNullable<KtEventOptions['environment']>,
): Uint8Array | undefined {
  const text = reader(environment)('KT_EVENT_MASTER_KEY');
  if (text === undefined) return undefined;
  if (masterKeyPattern.test(text)) return Buffer.from(text, 'base64');
  const message = { ko: '32바이트를 Base64로 적어야 합니다', en: 'must be 32 bytes in Base64' };
  const fix = {
    ko: '`openssl rand -base64 32`의 결과를 쓰세요',
    en: 'Use the output of `openssl rand -base64 32`',
  };
  const issues = [{ path: ['KT_EVENT_MASTER_KEY'], message, fix }];
  throw new UserError('USER_001', { what: 'KT_EVENT_MASTER_KEY' }, { issues });
}
