/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads `Range` (RFC 9110, 14.2) for a file of so many bytes.
 *
 * @returns nothing for a header to be ignored: none, several ranges, or another form; `unsatisfiable` when it begins
 * behind the end
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const { first, last } = from === '' ? lastBytes(Number(to), size) : bytesFrom(Number(from), to, size);
  return first <= last ? { first, last } : 'unsatisfiable';
}

function lastBytes(count: number, size: number): ByteRange {
  return { first: Math.max(0, size - count), last: size - 1 };
}

function bytesFrom(first: number, to: string, size: number): ByteRange {
  return { first, last: Math.min(to === '' ? size : Number(to), size - 1) };
}
