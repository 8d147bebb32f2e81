import { AuthError, type KtEventError, ProviderError } from '../errors/index.js';
import type { HttpResponse } from './http.js';
import { reasonOf } from './reason-of.js';
import { retryAfterMs } from './retry-after.js';

/**
 * Lets a 2xx answer pass. An adapter that knows more about a status of its provider looks before it asks here.
 *
 * @throws {@link AuthError} `AUTH_002` for 401 and 403.
 * @throws {@link ProviderError} `PROVIDER_002` when it was refused for now, with the wait when one was named;
 * `PROVIDER_006` when it may have been acted on all the same; `PROVIDER_001` when it was refused.
 * @param tellReason - What is kept of a refusal. @defaultValue the provider's own words, made plain
 */
export function requireOk(
  response: HttpResponse,
  provider: string,
  tellReason: TellReason = reasonOf,
): HttpResponse {
  const { status } = response;
  if (status >= 200 && status < 300) return response;
  throw errorFor(response, provider, tellReason);
}

type TellReason = (response: HttpResponse) => string;

function errorFor(response: HttpResponse, provider: string, tellReason: TellReason): KtEventError {
  const { status } = response;
  if (status === 401 || status === 403) return new AuthError('AUTH_002', { provider, status });
  const waitMs = waitOf(response);
  if (isPutOff(status, waitMs)) {
    return new ProviderError(
      'PROVIDER_002',
      { provider, status },
      waitMs === undefined ? {} : { retryAfterMs: waitMs },
    );
  }
  if (isInDoubt(status)) return new ProviderError('PROVIDER_006', { provider, reason: `HTTP ${status}` });
  return new ProviderError('PROVIDER_001', { provider, reason: tellReason(response) });
}

/** 425 is refused unread (RFC 8470); 503 means the same only when it names a time. 529 is an overloaded Anthropic. */
function isPutOff(status: number, waitMs: number | undefined): boolean {
  return status === 429 || status === 425 || ((status === 503 || status === 529) && waitMs !== undefined);
}

function isInDoubt(status: number): boolean {
  return status === 408 || status >= 500;
}

/** Anthropic and OpenAI tell the exact wait beside the standard header. */
function waitOf({ headers }: HttpResponse): number | undefined {
  const exact = headers['retry-after-ms'];
  if (exact !== undefined && /^\d+$/.test(exact)) return Math.min(Number(exact), Number.MAX_SAFE_INTEGER);
  const date = headers['date'];
  return retryAfterMs(headers['retry-after'], date === undefined ? undefined : new Date(date));
}
