import { problemResponse } from './problem.js';
import type { AcceptedRequest } from './provider.js';
import { Refusal, type SandboxResponse } from './response.js';
import { seededHex } from './seeded.js';

/** How long a key is remembered, on the virtual clock. */
const keyLifetimeMs = 24 * 3_600_000;

interface StoredAnswer {
  readonly fingerprint: string;
  readonly answer: SandboxResponse;
  readonly at: number;
}

/** The key of `Idempotency-Key`, with or without the quotes of a structured field. */
export function readIdempotencyKey({ headers }: Pick<AcceptedRequest, 'headers'>): string {
  const key = (headers['idempotency-key'] ?? '').replaceAll(/^"|"$/g, '');
  if (key === '' || key.length > 255) {
    throw new Refusal(problemResponse(400, 'idempotency-key-missing', 'Idempotency-Key is required'));
  }
  return key;
}

/**
 * Does the work of a key once: the same body again gets the stored answer, another body 422.
 * After draft-ietf-httpapi-idempotency-key-header-07, with keys kept for 24 hours. Refusals are not stored.
 */
export function createIdempotency(): (
  request: AcceptedRequest,
  work: () => SandboxResponse,
) => SandboxResponse {
  const answers = new Map<string, StoredAnswer>();

  return (request, work) => {
    const key = readIdempotencyKey(request);
    const fingerprint = seededHex(64, request.method, request.path, request.body);
    const stored = answers.get(key);
    const isFresh = stored !== undefined && request.at.getTime() - stored.at < keyLifetimeMs;
    if (!isFresh) {
      const answer = work();
      answers.set(key, { fingerprint, answer, at: request.at.getTime() });
      return answer;
    }
    if (stored.fingerprint !== fingerprint) {
      throw new Refusal(
        problemResponse(422, 'idempotency-key-reused', 'Idempotency-Key was used for another body'),
      );
    }
    return { ...stored.answer, headers: { ...stored.answer.headers, 'idempotency-replayed': 'true' } };
  };
}
