import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 2 ** 18;

/**
 * What stands in a file from the first place of `key` on, `length` bytes at most; empty when the file does not hold it.
 * The file is read piece by piece, over the same few bytes: a large one, read whole, stays in memory for a while.
 */
export function findInFile(path: string, key: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const at = placeOf(file, Buffer.from(key));
    if (at < 0) return '';
    const found = Buffer.alloc(length);
    return found.toString('utf8', 0, readSync(file, found, 0, length, at));
  } finally {
    closeSync(file);
  }
}

/** A key that lies across two pieces is in the second as a whole: it begins with the end of the first. */
function placeOf(file: number, key: Buffer): number {
  const piece = Buffer.alloc(pieceBytes);
  for (let start = 0; ; start += pieceBytes - key.length) {
    const count = readSync(file, piece, 0, pieceBytes, start);
    const at = piece.subarray(0, count).indexOf(key);
    if (at >= 0) return start + at;
    if (count < pieceBytes) return -1;
  }
}
