import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';

const provider = 'naver';

/** The hub puts its code into `error`, the older host beside its message. */
const failureSchema = z.union([
  z.object({ error: z.object({ errorCode: z.coerce.string() }) }).transform(({ error }) => error.errorCode),
  z.object({ errorCode: z.coerce.string() }).transform(({ errorCode }) => errorCode),
]);

/** The hub says 400 also for an API that is not ticked in its console; the older host has 010 for the day's allowance. */
const usedUp = new Set(['400', '010']);

/**
 * Lets an answer pass.
 *
 * @throws ProviderError `PROVIDER_001` when the allowance is used up or the API was never switched on: asking again
 * does not help, looking at the console does. Everything else as `requireOk` says.
 */
export function requireTrendAnswer(response: HttpResponse): HttpResponse {
  if (response.status === 429 && usedUp.has(codeOf(response) ?? '')) {
    const reason =
      '하루 호출 한도를 다 썼거나 콘솔에서 이 API를 켜지 않았습니다 / the allowance is used up, or the API is not switched on in the console';
    throw new ProviderError('PROVIDER_001', { provider, reason });
  }
  return requireOk(response, provider);
}

function codeOf(response: HttpResponse): string | undefined {
  try {
    return readJson(response, failureSchema, provider);
  } catch {
    return undefined;
  }
}
