import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { modelGone, moneyUsedUp } from '../model-answer.js';

const provider = 'anthropic';

const failureSchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    details: z.object({ error_code: z.string().optional() }).nullish(),
  }),
});

/** Codes under a 429 that no waiting helps with before the month is over. docs.claude.com, read 2026-11-20. */
const spendLimits = ['enforced_spend_limit_reached', 'contract_spend_limit_reached'];

/**
 * Lets an accepted answer pass.
 *
 * @throws ProviderError `PROVIDER_001` when the money is used up, the model is gone or the server says not to come back;
 * `PROVIDER_002` when it is overloaded; else as `requireOk` says.
 */
export function requireAccepted(response: HttpResponse): HttpResponse {
  const { status, headers } = response;
  if (status < 400) return requireOk(response, provider);
  const { message, code } = failureOf(response);
  const limited = (status === 400 || status === 429) && /spend limit|credit balance/i.test(message);
  if (status === 402 || limited || spendLimits.includes(code)) throw moneyUsedUp(provider);
  if (status === 404) throw modelGone(provider);
  if (headers['x-should-retry'] === 'false' && status >= 500) {
    throw new ProviderError('PROVIDER_001', { provider, reason: `HTTP ${status}, not to be repeated` });
  }
  if (status === 529 && headers['retry-after'] === undefined) {
    throw new ProviderError('PROVIDER_002', { provider, status });
  }
  return requireOk(response, provider);
}

function failureOf(response: HttpResponse): { readonly message: string; readonly code: string } {
  try {
    const { error } = readJson(response, failureSchema, provider);
    return { message: error.message, code: error.details?.error_code ?? '' };
  } catch {
    return { message: '', code: '' }; // a front server in between answers with HTML: then the status is all there is
  }
}
