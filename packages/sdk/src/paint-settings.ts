import { chosen, wrongSetting } from './chosen-setting.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import type { Read } from './environment.js';
import { AuthError } from './errors/index.js';

/** Who paints pictures, with credentials. Chosen by name: a key that is there for words buys no pictures. */
export type ImageSettings = Endpoint & { readonly model?: string | undefined } & (
    | {
        readonly provider: 'sdwebui';
        readonly user?: string | undefined;
        readonly password?: string | undefined;
      }
    | {
        readonly provider: 'openai';
        readonly apiKey: string;
        readonly organization?: string | undefined;
        readonly project?: string | undefined;
      }
    | { readonly provider: 'stability'; readonly apiKey: string }
  );

/** Who paints clips. */
interface VideoSettings extends Endpoint {
  readonly provider: 'runway' | 'veo';
  readonly apiKey: string;
  readonly model?: string | undefined;
}

export interface PaintSettings {
  readonly images?: ImageSettings;
  readonly videos?: VideoSettings;
  /** Most that painting for one campaign may cost, won. @defaultValue the catalogue's */
  readonly paintCapKrw?: number;
}

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = {
  sdwebui: 'http://127.0.0.1:7860',
  openai: 'https://api.openai.com/v1',
  stability: 'https://api.stability.ai',
  runway: 'https://api.dev.runwayml.com',
  veo: 'https://generativelanguage.googleapis.com',
} as const;

/** @throws UserError `USER_001` for a name nobody has, an address or a sum; AuthError `AUTH_001` without its key */
export function readPaintSettings(read: Read): PaintSettings {
  const images = chosen(read, 'KT_EVENT_IMAGE_MODEL', ['sdwebui', 'openai', 'stability']);
  const videos = chosen(read, 'KT_EVENT_VIDEO_MODEL', ['runway', 'veo']);
  const cap = readCap(read);
  return {
    ...(images && { images: imageReaders[images](read) }),
    ...(videos && { videos: videoReaders[videos](read) }),
    ...(cap !== undefined && { paintCapKrw: cap }),
  };
}

const imageReaders: Readonly<Record<ImageSettings['provider'], (read: Read) => ImageSettings>> = {
  sdwebui: (read) => ({
    provider: 'sdwebui',
    ...ownServer(parseEndpoint(read('SD_WEBUI_BASE_URL') ?? defaults.sdwebui, 'SD_WEBUI_BASE_URL')),
    model: read('SD_WEBUI_MODEL'),
    user: read('SD_WEBUI_USER'),
    password: read('SD_WEBUI_PASSWORD'),
  }),
  openai: (read) => ({
    provider: 'openai',
    ...parseEndpoint(read('OPENAI_BASE_URL') ?? defaults.openai, 'OPENAI_BASE_URL'),
    apiKey: required(read, 'OpenAI', 'OPENAI_API_KEY'),
    model: read('OPENAI_IMAGE_MODEL'),
    organization: read('OPENAI_ORG_ID'),
    project: read('OPENAI_PROJECT_ID'),
  }),
  stability: (read) => ({
    provider: 'stability',
    ...parseEndpoint(read('STABILITY_BASE_URL') ?? defaults.stability, 'STABILITY_BASE_URL'),
    apiKey: required(read, 'Stability AI', 'STABILITY_API_KEY'),
    model: read('STABILITY_MODEL'),
  }),
};

const videoReaders: Readonly<Record<VideoSettings['provider'], (read: Read) => VideoSettings>> = {
  runway: (read) => ({
    provider: 'runway',
    ...parseEndpoint(read('RUNWAYML_BASE_URL') ?? defaults.runway, 'RUNWAYML_BASE_URL'),
    apiKey: required(read, 'Runway', 'RUNWAYML_API_SECRET'),
    model: read('RUNWAYML_MODEL'),
  }),
  veo: (read) => ({
    provider: 'veo',
    ...parseEndpoint(read('GEMINI_BASE_URL') ?? defaults.veo, 'GEMINI_BASE_URL'),
    apiKey: required(read, 'Google Veo', 'GEMINI_API_KEY'),
    model: read('VEO_MODEL'),
  }),
};

/** A program of the store's own on this machine is no stand-in: what it paints is painted. */
function ownServer({ baseUrl, mode }: Endpoint): Endpoint {
  const isStandIn = baseUrl.endsWith('/sdwebui'); // where the sandbox has it
  return { baseUrl, mode: mode === 'sandbox' && !isStandIn ? 'local' : mode };
}

function required(read: Read, provider: string, name: string): string {
  const key = read(name);
  if (key === undefined) throw new AuthError('AUTH_001', { provider, variables: name });
  return key;
}

function readCap(read: Read): number | undefined {
  const variable = 'KT_EVENT_PAINT_CAP_KRW';
  const text = read(variable);
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw wrongSetting(variable, '원 단위의 정수여야 합니다', 'must be a whole number of won');
}
