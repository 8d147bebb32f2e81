import { z } from 'zod';
import { AuthError, ProviderError } from '../../errors/index.js';
import type { Http, HttpResponse } from '../../http/http.js';
import { parseAnswer } from '../../schema/parse.js';

const roundSchema = z.object({
  round: z.int(),
  signature: z.string().regex(/^[0-9a-f]{96}$/),
  randomness: z.string().optional(),
});
export type RelayedRound = z.infer<typeof roundSchema>;

/** Which round is asked for, and of whom. */
export interface RelayQuestion {
  readonly host: string;
  readonly chainHash: string;
  readonly round: number;
}

/** A relay's unchecked word for a round; undefined when it does not have it yet. */
export async function askRelay(
  http: Http,
  { host, chainHash, round }: RelayQuestion,
  signal: AbortSignal,
): Promise<RelayedRound | undefined> {
  const url = `${host}/${chainHash}/public/${round}`;
  const response = await http({ provider: 'drand', method: 'GET', url, maxBytes: 16_384 }, signal);
  // A relay answers 404 or 425 for a round of the future, depending on its version.
  if (response.status === 404 || response.status === 425) return undefined;
  assertAnswered(response);
  return parseAnswer(roundSchema, toJson(response.bytes), 'drand');
}

function assertAnswered({ status }: HttpResponse): void {
  if (status === 200) return;
  if (status === 401 || status === 403) throw new AuthError('AUTH_002', { provider: 'drand', status });
  if (status === 429 || status >= 500) throw new ProviderError('PROVIDER_002', { provider: 'drand', status });
  throw new ProviderError('PROVIDER_001', { provider: 'drand', reason: `HTTP ${status}` });
}

function toJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new ProviderError('PROVIDER_004', { provider: 'drand', reason: 'body is not JSON' }, { cause });
  }
}
