import { delimiter, isAbsolute } from 'node:path';
import { z } from 'zod';
import { type Endpoint, parseAddress, parseEndpoint } from './endpoint.js';
import { type Environment, type Read, reader, readGroup } from './environment.js';
import { AuthError, UserError } from './errors/index.js';
import { type MessageSettings, readMessageSettings } from './message-settings.js';
import { type ModelSettings, readModelSettings } from './model-settings.js';
import { type NtsSettings, readNts } from './nts-settings.js';
import { type PaintSettings, readPaintSettings } from './paint-settings.js';
import { findExecutable } from './providers/find-executable.js';
import { type ChainInfo, chainInfoSchema } from './schema/draw.js';
import { parseInput } from './schema/parse.js';
import { readTrendSettings, type TrendSettings } from './trend-settings.js';
import { readWebhookSecrets, type WebhookSecrets } from './webhook-secrets.js';

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  instagram: 'https://graph.instagram.com',
  clova: 'https://naveropenapi.apigw.ntruss.com',
  turnstile: 'https://challenges.cloudflare.com',
} as const;

export interface ProviderSettings extends MessageSettings, ModelSettings, PaintSettings, TrendSettings {
  readonly instagram?: Endpoint & {
    readonly accessToken: string;
    readonly userId: string;
    readonly version?: string;
  };
  readonly naverBlog?: Endpoint & { readonly token: string };
  readonly kt?: Endpoint & { readonly token: string };
  readonly clova?: Endpoint & { readonly keyId: string; readonly key: string };
  /** Asks for people instead of the challenge of our own. */
  readonly turnstile?: Endpoint & { readonly siteKey: string; readonly secretKey: string };
  /** The program that speaks when no provider does, absolute. */
  readonly espeak?: string | undefined;
  /** The program that codes the sound of films, absolute. */
  readonly ffmpeg?: string | undefined;
  /** Where pictures are put for channels to fetch; without it the server hands them out. */
  readonly s3?: Endpoint & {
    readonly region: string;
    readonly bucket: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Who stamps the time of a draw's commitment; without it nobody. */
  readonly tsa?: Endpoint;
  /** Asks the tax service about business numbers. */
  readonly nts?: NtsSettings;
  /** Who may tell us that something has changed; without it nobody. */
  readonly webhooks?: WebhookSecrets;
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
export function readProviderSettings(environment: Environment): ProviderSettings {
  const read = reader(environment);
  return {
    ...readModelSettings(read),
    ...readPaintSettings(read),
    ...readInstagram(read),
    ...readNaverBlog(read),
    ...readKt(read),
    ...readMessageSettings(read),
    ...readS3(read),
    ...readClova(read),
    ...readTurnstile(read),
    espeak: findExecutable('espeak-ng', read('PATH') ?? ''),
    ffmpeg: findExecutable('ffmpeg', read('PATH') ?? ''),
    ...readTsa(read),
    ...readNts(read),
    ...readTrendSettings(read),
    ...readWebhookSecrets(read),
    witnessFolders: readWitnessFolders(read),
    drand: readDrand(read),
  };
}

function readInstagram(read: Read): Pick<ProviderSettings, 'instagram'> {
  const group = readGroup(read, 'Instagram', ['IG_ACCESS_TOKEN', 'IG_USER_ID']);
  if (!group) return {};
  const endpoint = parseEndpoint(read('IG_BASE_URL') ?? defaults.instagram, 'IG_BASE_URL');
  const version = read('IG_GRAPH_VERSION');
  return {
    instagram: {
      ...endpoint,
      accessToken: group('IG_ACCESS_TOKEN'),
      userId: group('IG_USER_ID'),
      ...(version !== undefined && { version }),
    },
  };
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

function readClova(read: Read): Pick<ProviderSettings, 'clova'> {
  const group = readGroup(read, 'CLOVA Voice', ['NCP_CLOVA_VOICE_KEY_ID', 'NCP_CLOVA_VOICE_KEY']);
  if (!group) return {};
  const variable = 'NCP_CLOVA_VOICE_BASE_URL';
  const endpoint = parseEndpoint(read(variable) ?? defaults.clova, variable);
  return {
    clova: { ...endpoint, keyId: group('NCP_CLOVA_VOICE_KEY_ID'), key: group('NCP_CLOVA_VOICE_KEY') },
  };
}

function readTurnstile(read: Read): Pick<ProviderSettings, 'turnstile'> {
  const group = readGroup(read, 'Cloudflare Turnstile', ['TURNSTILE_SITE_KEY', 'TURNSTILE_SECRET_KEY']);
  if (!group) return {};
  const variable = 'TURNSTILE_BASE_URL';
  const endpoint = parseEndpoint(read(variable) ?? defaults.turnstile, variable);
  return {
    turnstile: {
      ...endpoint,
      siteKey: group('TURNSTILE_SITE_KEY'),
      secretKey: group('TURNSTILE_SECRET_KEY'),
    },
  };
}

function readS3(read: Read): Pick<ProviderSettings, 's3'> {
  const names = [
    'S3_ENDPOINT',
    'S3_REGION',
    'S3_BUCKET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  ] as const;
  const group = readGroup(read, 'S3', names);
  if (!group) return {};
  return {
    s3: {
      ...parseEndpoint(group('S3_ENDPOINT'), 'S3_ENDPOINT'),
      region: group('S3_REGION'),
      bucket: group('S3_BUCKET'),
      accessKeyId: group('S3_ACCESS_KEY_ID'),
      secretAccessKey: group('S3_SECRET_ACCESS_KEY'),
      sessionToken: read('S3_SESSION_TOKEN'),
    },
  };
}

function readTsa(read: Read): Pick<ProviderSettings, 'tsa'> {
  const variable = 'KT_EVENT_TSA_URL';
  const address = read(variable);
  return address === undefined ? {} : { tsa: parseEndpoint(address, variable) };
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
