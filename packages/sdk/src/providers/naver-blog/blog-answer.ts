import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';

/** Problem details (RFC 9457) that say what is wrong with the package. */
const faultySchema = z.object({ type: z.string().optional(), errors: z.array(z.unknown()).min(1) });

/**
 * Lets an answer pass unless a key has been used before in a way that leaves open what became of it: 409 while the
 * first request is at work, 422 when it had another body (draft-ietf-httpapi-idempotency-key-header-07). An endpoint
 * also answers 422 to a package it cannot take; only one that names the fault is believed to have done nothing.
 *
 * @throws {@link ProviderError} `PROVIDER_006`
 */
export function requireTaken(answer: HttpResponse, provider: string): HttpResponse {
  const { status } = answer;
  if (status === 409 || (status === 422 && !namesFault(answer))) {
    throw new ProviderError('PROVIDER_006', { provider, reason: `HTTP ${status}` });
  }
  return answer;
}

function namesFault({ bytes }: HttpResponse): boolean {
  const problem = faultySchema.safeParse(parseJson(bytes));
  return problem.success && !/idempotency/i.test(problem.data.type ?? '');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
