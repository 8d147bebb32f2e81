import { AuthError, type KtEventError, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { requireOk } from '../../http/require-ok.js';
import { retryAfterMs } from '../../http/retry-after.js';

export const provider = 's3';

/** Somebody must correct the keys, their rights or the clock. Source: Amazon S3, list of error codes, 2026-11 [M]. */
const refusedCredentials: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccountProblem',
  'AllAccessDisabled',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidToken',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'TokenRefreshRequired',
]);

/** Refused unread, for now. Some of these come with a 409 or a 400. */
const busy: ReadonlySet<string> = new Set([
  'OperationAborted',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'TooManyRequests',
]);

/** What a person can do something about, in words. */
const plainReasons: ReadonlyMap<string, string> = new Map([
  ['NoSuchBucket', 'there is no such bucket'],
  ['QuotaExceeded', 'the bucket is full'],
  ['PermanentRedirect', 'the bucket is in another region'],
  ['AuthorizationHeaderMalformed', 'the bucket is in another region'],
]);

/**
 * Lets a 2xx answer pass. The code in the body decides rather than the status, which differs between clouds.
 *
 * @throws AuthError `AUTH_002` for keys that are wrong, expired or without rights
 * @throws ProviderError `PROVIDER_002` when it is busy; others as {@link requireOk} has them
 */
export function requireStored(response: HttpResponse): HttpResponse {
  const { status } = response;
  const code = status >= 300 ? errorCodeIn(response) : undefined;
  const error = code === undefined ? undefined : errorFor(response, code);
  if (error) throw error;
  return requireOk(response, provider);
}

function errorFor(response: HttpResponse, code: string): KtEventError | undefined {
  const { status, headers } = response;
  const told = `${status} ${code}`;
  if (refusedCredentials.has(code)) return new AuthError('AUTH_002', { provider, status: told });
  if (busy.has(code)) {
    const waitMs = retryAfterMs(
      headers['retry-after'],
      headers['date'] ? new Date(headers['date']) : undefined,
    );
    const details = waitMs === undefined ? {} : { retryAfterMs: waitMs };
    return new ProviderError('PROVIDER_002', { provider, status: told }, details);
  }
  const plain = plainReasons.get(code);
  if (plain !== undefined)
    return new ProviderError('PROVIDER_001', { provider, reason: `${plain} (${code})` });
  if (code === 'RequestTimeout') return new ProviderError('PROVIDER_006', { provider, reason: told });
  return isOrdinaryRefusal(status)
    ? new ProviderError('PROVIDER_001', { provider, reason: `HTTP ${told}` })
    : undefined;
}

/** The other statuses mean something by themselves. */
function isOrdinaryRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);
}

/** Reads no more of the XML than its code: what else is in there may quote the request and its key. */
export function errorCodeIn({ bytes }: HttpResponse): string | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 4_096));
  return /<(?:\w+:)?Code>\s*([A-Za-z][A-Za-z0-9.]{0,63})\s*</.exec(text)?.[1];
}
