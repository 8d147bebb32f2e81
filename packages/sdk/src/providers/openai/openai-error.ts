import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { declined, modelGone, moneyUsedUp } from '../model-answer.js';

const provider = 'openai';

const failureSchema = z.object({
  error: z.object({ code: z.string().nullish(), type: z.string().nullish() }),
});

/** Refusals of the content itself. openai-node and developers.openai.com, read 2026-11-20. */
const ofContent = ['moderation_blocked', 'content_policy_violation', 'invalid_prompt', 'content_filter'];

/**
 * Lets an accepted answer pass.
 *
 * @throws ProviderError `PROVIDER_001` when the money is used up, the model is gone or the content is refused;
 * `PROVIDER_002` when it is overloaded; else as `requireOk` says.
 */
export function requireAccepted(response: HttpResponse): HttpResponse {
  const { status } = response;
  if (status < 400) return requireOk(response, provider);
  const code = codeOf(response);
  if (code === 'insufficient_quota' || code === 'billing_hard_limit_reached') throw moneyUsedUp(provider);
  if (code === 'model_not_found') throw modelGone(provider);
  if (ofContent.includes(code)) throw declined(provider);
  if (code === 'server_is_overloaded' && response.headers['retry-after'] === undefined) {
    throw new ProviderError('PROVIDER_002', { provider, status });
  }
  return requireOk(response, provider);
}

/** What a failure inside an answer of status 200 means. */
export function failureInside(code: string): Error {
  if (ofContent.includes(code)) return declined(provider);
  if (code === 'rate_limit_exceeded') return new ProviderError('PROVIDER_002', { provider, status: 200 });
  if (code === 'insufficient_quota') return moneyUsedUp(provider);
  return new ProviderError('PROVIDER_006', { provider, reason: 'HTTP 200 with a failure inside' });
}

function codeOf(response: HttpResponse): string {
  try {
    const { error } = readJson(response, failureSchema, provider);
    return error.code ?? error.type ?? '';
  } catch {
    return ''; // a front server in between answers with HTML: then the status is all there is
  }
}
