import { type Request, RequestError } from 'got';
import { BugError, KtEventError, ProviderError } from '../errors/index.js';

/**
 * Says what a failed request left behind, by where it failed. got's own error stays out of the chain: it carries
 * the request with its keys. The system's error under it names an address at most.
 */
export function failureOf(error: unknown, stream: Request, provider: string): KtEventError {
  if (KtEventError.is(error)) return error;
  const { code: reason, cause } = asRequestError(error);
  if (cause instanceof TypeError)
    return new BugError('BUG_001', { reason: `request to ${provider}: ${reason}` });
  if (!isSent(stream)) return new ProviderError('PROVIDER_005', { provider, reason }, { cause });
  if (isMalformed(reason)) return new ProviderError('PROVIDER_004', { provider, reason });
  return new ProviderError('PROVIDER_006', { provider, reason }, { cause });
}

function asRequestError(error: unknown): Pick<RequestError, 'code' | 'cause'> {
  return error instanceof RequestError ? error : { code: 'unknown', cause: error };
}

/** Node writes the request as soon as its socket is up, so from then on it may have been acted on. */
function isSent({ timings, reusedSocket, requestUrl }: Request): boolean {
  const secure = requestUrl?.protocol === 'https:';
  return reusedSocket === true || (secure ? timings?.secureConnect : timings?.connect) !== undefined;
}

/** Node's HTTP parser (HPE_) and zlib (Z_): there is an answer, and it would be the same again. */
function isMalformed(code: string): boolean {
  return code.startsWith('HPE_') || code.startsWith('Z_');
}
