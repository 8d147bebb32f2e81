import type { Entrant } from './entrants.js';

/** Connections at a time: a busy shop, not an attack. */
const atOnce = 40;

/** Sends everybody through the real entry address. @returns the HTTP statuses, in the order of the entrants. */
export async function sendEntrants(
  entriesUrl: string,
  entrants: readonly Entrant[],
  signal?: AbortSignal,
): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < entrants.length) {
      const index = next;
      next += 1;
      const entrant = entrants[index];
      if (entrant) statuses[index] = await send(entriesUrl, entrant, signal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return statuses;
}

async function send(url: string, { idempotencyKey, body }: Entrant, signal?: AbortSignal): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
  await response.arrayBuffer();
  return response.status;
}
