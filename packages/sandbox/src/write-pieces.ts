import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * Writes piece after piece, no faster than the client reads, and stops when it leaves.
 *
 * @param gapMs - Pause after each piece.
 */
export async function writePieces(
  outgoing: ServerResponse,
  pieces: Iterable<Buffer>,
  gapMs: number,
): Promise<void> {
  const left = new AbortController();
  const { signal } = left;
  outgoing.once('close', () => left.abort());
  try {
    for (const piece of pieces) {
      if (outgoing.destroyed) {
        return;
      }
      const isRoom = outgoing.write(piece);
      await (isRoom ? null : once(outgoing, 'drain', { signal }));
      await (gapMs === 0 ? setImmediate() : setTimeout(gapMs, undefined, { signal }));
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
