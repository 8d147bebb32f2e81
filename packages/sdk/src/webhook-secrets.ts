import type { Read } from './environment.js';
import { UserError } from './errors/index.js';

/** What a call back must know. A provider without a secret is not listened to. */
export interface WebhookSecrets {
  /** The unguessable part of the address that Solapi calls: how it signs is not published. */
  readonly solapi?: string | undefined;
  /** The fixed text set in NHN Cloud's console. */
  readonly nhn?: string | undefined;
  /** `whsec_…`; during a rotation the old and the new one, with a blank between them. */
  readonly kt?: string | undefined;
  /** As {@link kt}. */
  readonly naverBlog?: string | undefined;
}

/** Characters: what `openssl rand -hex 16` gives, 128 bits. Ours. */
const shortestToken = 32;

/** @throws UserError `USER_001` for a token that could be guessed. The token itself is not repeated. */
export function readWebhookSecrets(read: Read): { readonly webhooks?: WebhookSecrets } {
  const solapi = read('SOLAPI_WEBHOOK_TOKEN');
  if (solapi !== undefined && solapi.length < shortestToken) throw tooShort('SOLAPI_WEBHOOK_TOKEN');
  const webhooks = {
    solapi,
    nhn: read('NHN_WEBHOOK_SIGNATURE'),
    kt: read('KT_WEBHOOK_SECRET'),
    naverBlog: read('BLOG_WEBHOOK_SECRET'),
  };
  return Object.values(webhooks).some((secret) => secret !== undefined) ? { webhooks } : {};
}

function tooShort(variable: string): UserError {
  const message = {
    ko: `${shortestToken}자 이상이어야 합니다`,
    en: `must have at least ${shortestToken} characters`,
  };
  const fix = {
    ko: '`openssl rand -hex 32`의 결과를 쓰세요',
    en: 'Use the output of `openssl rand -hex 32`',
  };
  return new UserError('USER_001', { what: variable }, { issues: [{ path: [variable], message, fix }] });
}
