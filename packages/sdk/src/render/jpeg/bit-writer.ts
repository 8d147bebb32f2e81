/** Grows as it is written to. Bits are for the scan, bytes for everything around it. */
export interface BitWriter {
  bytes(values: ArrayLike<number>): void;
  /** The lowest `length` bits of `value`, 0 to 16 of them, highest first. */
  bits(value: number, length: number): void;
  /** Fills the last byte with ones, adds the end marker and returns everything. */
  end(): Uint8Array;
}

export function createBitWriter(capacity: number): BitWriter {
  let buffer = new Uint8Array(capacity);
  let size = 0;
  let pending = 0;
  let pendingLength = 0;

  function byte(value: number): void {
    if (size === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[size] = value;
    size += 1;
  }

  function bits(value: number, length: number): void {
    pending = (pending << length) | (value & ((1 << length) - 1));
    pendingLength += length;
    while (pendingLength >= 8) {
      pendingLength -= 8;
      const next = (pending >> pendingLength) & 0xff;
      byte(next);
      if (next === 0xff) byte(0); // or a reader would take it for a marker
    }
    pending &= (1 << pendingLength) - 1;
  }

  return {
    bits,
    bytes(values) {
      for (let index = 0; index < values.length; index += 1) byte(values[index] ?? 0);
    },
    end() {
      if (pendingLength > 0) bits(0xff, 8 - pendingLength);
      byte(0xff);
      byte(0xd9);
      return buffer.slice(0, size);
    },
  };
}
