import { z } from 'zod';
import type { Http } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';

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
  // For a round of the future a relay answers 404 or 425, by its version. From memory of drand's relays.
  if (response.status === 404 || response.status === 425) return undefined;
  return readJson(requireOk(response, 'drand'), roundSchema, 'drand');
}
