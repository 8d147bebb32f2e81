/** Writes bits, the highest first, as an H.264 bit stream wants them. */
export interface Bits {
  /** The lowest `count` bits of `value`. */
  put(value: number, count: number): void;
  /** An unsigned Exp-Golomb code (ISO/IEC 14496-10 §9.1). */
  putCount(value: number): void;
  /** What was written, closed with a one and zeros up to a whole byte. */
  end(): Uint8Array;
}

export function createBits(): Bits {
  const bytes: number[] = [];
  let current = 0;
  let held = 0;

  function put(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      current = (current << 1) | ((value >> bit) & 1);
      held += 1;
      if (held < 8) continue;
      bytes.push(current);
      [current, held] = [0, 0];
    }
  }

  return {
    put,
    putCount(value) {
      const length = Math.floor(Math.log2(value + 1));
      put(0, length);
      put(value + 1, length + 1);
    },
    end() {
      put(1, 1);
      if (held > 0) put(0, 8 - held);
      return Uint8Array.from(bytes);
    },
  };
}
