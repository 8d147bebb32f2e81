import { hmacSha256, tag, u32 } from './bytes.js';

/** Where draw number `j` lands, with the numbers that lead there. */
export interface Landing {
  readonly j: number;
  /** The random number, 256 bits, hex. */
  readonly x: string;
  /** Tickets still in the drum. */
  readonly m: number;
  /** `x mod m`: which of those. Bias at most 2^−203, so there is nothing to reject. */
  readonly r: number;
  /** The same ticket, counted over the whole list. */
  readonly pos: number;
}

/** The drum: tickets 0..total−1, from which whole intervals are taken out. */
export interface Drum {
  /** Undefined when the drum is empty. */
  next(): Landing | undefined;
  /** Takes all tickets of a winner out. */
  remove(start: number, weight: number): void;
}

interface Interval {
  readonly start: number;
  readonly weight: number;
}

/** Draws without replacement, each person by weight, from the seed alone. */
export function createDrum(seed: Uint8Array, total: number): Drum {
  const removed: Interval[] = [];
  let left = total;
  let j = 0;
  return {
    next() {
      if (left < 1) return undefined;
      const x = hmacSha256(seed, tag('draw'), u32(j)).toString('hex');
      const r = Number(BigInt(`0x${x}`) % BigInt(left));
      const landing = { j, x, m: left, r, pos: skipRemoved(r, removed) };
      j += 1;
      return landing;
    },
    remove(start, weight) {
      const place = removed.findIndex((interval) => interval.start > start);
      removed.splice(place < 0 ? removed.length : place, 0, { start, weight });
      left -= weight;
    },
  };
}

/** Counts on over what was taken out; `removed` ascends. */
function skipRemoved(position: number, removed: readonly Interval[]): number {
  let skipped = position;
  for (const { start, weight } of removed) {
    if (skipped < start) break;
    skipped += weight;
  }
  return skipped;
}
