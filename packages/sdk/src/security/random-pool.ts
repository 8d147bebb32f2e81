import type { RandomBytes } from './random-bytes.js';

/** Asking the system costs the same for one byte as for many. */
const poolBytes = 8_192;

/** The same bytes, fetched by the page: each is given out once. For whoever needs very many short ones. */
export function createRandomPool(randomBytes: RandomBytes): RandomBytes {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return (size) => {
    if (size > poolBytes) return randomBytes(size);
    if (used + size > pool.length) {
      pool = randomBytes(poolBytes);
      used = 0;
    }
    used += size;
    return pool.subarray(used - size, used);
  };
}
