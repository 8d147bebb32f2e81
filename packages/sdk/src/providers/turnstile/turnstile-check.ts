import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AuthError, ProviderError } from '../../errors/index.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { HumanCheck, HumanVerdict } from '../human-check.js';
import type { ProviderOptions } from '../provider-options.js';

export interface TurnstileOptions extends ProviderOptions {
  /** Public. */
  readonly siteKey: string;
  readonly secretKey: string;
  /** Host of our pages. A token of another page is refused. @defaultValue any */
  readonly hostname?: string | undefined;
}

const provider = 'turnstile';

/** Five minutes from when the token was made. Source: Cloudflare's documents, read 2026-11. */
const tokenLifeMs = 300_000;
/** Source: the same. */
const longestToken = 2_048;

/** Only what is read. */
const answerSchema = z.object({
  success: z.boolean(),
  challenge_ts: z.string().optional(),
  hostname: z.string().optional(),
  'error-codes': z.array(z.string()).default([]),
});

/** Ours to correct, not the visitor's. */
const secretCodes = ['missing-input-secret', 'invalid-input-secret'];

/**
 * Cloudflare Turnstile. A token counts once there and for five minutes. The key of the question is made of the token and
 * the campaign, so that asking again after a lost answer gives the first answer; that is why the token must also be spent here, with
 * whatever it paid for. The visitor's address is not passed on: the check works without it.
 */
export function createTurnstileCheck(options: TurnstileOptions): HumanCheck {
  const { baseUrl, mode, siteKey, secretKey, http, policy } = options;
  return {
    provider,
    mode,
    widget: { siteKey, scriptUrl: `${baseUrl}/turnstile/v0/api.js` },
    async check({ token, campaignId }, signal) {
      if (token === '' || token.length > longestToken) return { kind: 'refused', reason: 'no token' };
      const digest = createHash('sha256').update(`${campaignId}\0${token}`).digest();
      const request = {
        provider,
        method: 'POST',
        url: `${baseUrl}/turnstile/v0/siteverify`,
        form: { secret: secretKey, response: token, idempotency_key: toUuid(digest) },
      } as const;
      const response = await policy((signal) => http(request, signal), { signal, repeatable: true });
      const answer = readJson(requireOk(response, provider), answerSchema, provider);
      return toVerdict(answer, digest.toString('hex'), options);
    },
  };
}

function toVerdict(
  { success, challenge_ts: madeAt, hostname, 'error-codes': codes }: z.output<typeof answerSchema>,
  name: string,
  options: TurnstileOptions,
): HumanVerdict {
  if (codes.some((code) => secretCodes.includes(code)))
    throw new AuthError('AUTH_002', { provider, status: 200 });
  if (!success && codes.includes('internal-error'))
    throw new ProviderError('PROVIDER_002', { provider, status: 200 });
  if (!success) return { kind: 'refused', reason: codes.join(', ') || 'refused' };
  const madeAtMs = Date.parse(madeAt ?? '');
  if (Number.isNaN(madeAtMs)) throw new ProviderError('PROVIDER_004', { provider, reason: 'challenge_ts' });
  if (options.hostname !== undefined && hostname !== options.hostname)
    return { kind: 'refused', reason: 'hostname' };
  return { kind: 'human', name, expiresAt: new Date(madeAtMs + tokenLifeMs).toISOString() };
}

/** The form of a UUID, version 8: made of what it names. Source: RFC 9562, 5.8. */
function toUuid(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
