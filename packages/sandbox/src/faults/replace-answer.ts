import type { Provider } from '../provider.js';
import { jsonResponse, type SandboxResponse, textResponse } from '../response.js';
import type { Fault } from './fault.js';
import { bodyErrorResponse, expiredResponse, publicDataLimit, quotaResponse } from './provider-refusals.js';
import { loopResponse } from './redirect-loop.js';

const maintenancePage =
  '<!doctype html><html lang="ko"><title>점검 안내</title><body><h1>서비스 점검 중입니다</h1></body></html>';

function withRetryAfter(response: SandboxResponse, retryAfter: number | string, now: Date): SandboxResponse {
  if (retryAfter === 'none') {
    return response;
  }
  const value = retryAfter === 'date' ? new Date(now.getTime() + 2_000).toUTCString() : String(retryAfter);
  return { ...response, headers: { ...response.headers, 'retry-after': value } };
}

function statusResponse(provider: Provider, code: number, body: unknown): SandboxResponse {
  if (body === undefined) {
    return provider.toErrorResponse(code, 'the stand-in was told to fail');
  }
  return typeof body === 'string'
    ? textResponse(code, body.startsWith('<') ? 'text/html' : 'text/plain', body)
    : jsonResponse(code, body);
}

/** The answer of a fault that keeps the work from being done, or `undefined` when the work goes on. */
export function replaceAnswer(
  fault: Fault | undefined,
  provider: Provider,
  now: Date,
): SandboxResponse | undefined {
  switch (fault?.kind) {
    case 'status':
      return statusResponse(provider, fault.code, fault.body);
    case 'rate_limit':
      return withRetryAfter(provider.toErrorResponse(429, 'too many requests'), fault.retryAfter, now);
    case 'unavailable':
      return withRetryAfter(provider.toErrorResponse(503, 'not available now'), fault.retryAfter, now);
    case 'quota':
      return quotaResponse(provider);
    case 'auth_expired':
      return expiredResponse(provider);
    case 'body_error':
      return bodyErrorResponse(provider);
    case 'html_200':
      return textResponse(200, 'text/html; charset=utf-8', maintenancePage);
    case 'xml_200':
      return publicDataLimit();
    case 'redirect_loop':
      return loopResponse();
    case 'brownout':
      return provider.toErrorResponse(503, 'the stand-in is browned out');
    default:
      return undefined;
  }
}
