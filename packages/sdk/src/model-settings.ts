import { chosen } from './chosen-setting.js';
import { type Endpoint, parseEndpoint } from './endpoint.js';
import type { Read } from './environment.js';
import { AuthError } from './errors/index.js';

/** A text model with its credentials. The address decides whether it is real. */
interface TextModelSettings extends Endpoint {
  readonly apiKey: string;
  /** @defaultValue the catalogue's */
  readonly model?: string | undefined;
}

export interface ModelSettings {
  /** Proposes prizes and ways to take part. */
  readonly anthropic?: TextModelSettings;
  /** Writes the words. */
  readonly openai?: TextModelSettings & {
    readonly organization?: string | undefined;
    readonly project?: string | undefined;
  };
  /** Who rewrites channel texts: named, or nobody. @defaultValue whoever writes, else whoever proposes */
  readonly writer?: 'anthropic' | 'openai' | 'none' | undefined;
}

/** Addresses of the real services, for when the environment names none. Read 2026-11-20. */
const defaults = { anthropic: 'https://api.anthropic.com', openai: 'https://api.openai.com/v1' } as const;

/** @throws UserError `USER_001` for an address that cannot be one, or a name nobody has; AuthError `AUTH_001` without its key */
export function readModelSettings(read: Read): ModelSettings {
  const claudeKey = read('ANTHROPIC_API_KEY');
  const gptKey = read('OPENAI_API_KEY');
  const writer = chosen(read, 'KT_EVENT_TEXT_MODEL', ['anthropic', 'openai', 'none']);
  if (writer === 'anthropic') requireKey(claudeKey, 'Claude', 'ANTHROPIC_API_KEY');
  if (writer === 'openai') requireKey(gptKey, 'OpenAI', 'OPENAI_API_KEY');
  return {
    ...(writer && { writer }),
    ...(claudeKey !== undefined && {
      anthropic: {
        ...parseEndpoint(read('ANTHROPIC_BASE_URL') ?? defaults.anthropic, 'ANTHROPIC_BASE_URL'),
        apiKey: claudeKey,
        model: read('ANTHROPIC_MODEL'),
      },
    }),
    ...(gptKey !== undefined && {
      openai: {
        ...parseEndpoint(read('OPENAI_BASE_URL') ?? defaults.openai, 'OPENAI_BASE_URL'),
        apiKey: gptKey,
        model: read('OPENAI_TEXT_MODEL'),
        organization: read('OPENAI_ORG_ID'),
        project: read('OPENAI_PROJECT_ID'),
      },
    }),
  };
}

function requireKey(key: string | undefined, provider: string, variables: string): void {
  if (key === undefined) throw new AuthError('AUTH_001', { provider, variables });
}
