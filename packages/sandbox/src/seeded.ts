import { createHash } from 'node:crypto';

/** SHA-256 over the parts, unambiguous about where one ends. */
export function seededBytes(...parts: readonly (string | number | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest();
}

export function seededHex(length: number, ...parts: readonly (string | number | Buffer)[]): string {
  return seededBytes(...parts)
    .toString('hex')
    .slice(0, length);
}

/** Capital letters and digits, as the ids of several providers use. */
export function seededCode(length: number, ...parts: readonly (string | number)[]): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...seededBytes(...parts)]
    .slice(0, length)
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join('');
}

/** A generator of numbers in [0, 1): the same seed gives the same row of numbers. */
export function createSeededRandom(seed: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    return seededBytes(seed, count).readUInt32BE(0) / 0x1_0000_0000;
  };
}
