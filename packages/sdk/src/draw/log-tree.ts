import { hash } from 'node:crypto';

/** A node of the entry log's tree, RFC 6962, 2.1; hashes are hex. */
export function hashLogNode(left: string, right: string): string {
  return hash('sha256', Buffer.from(`01${left}${right}`, 'hex'), 'hex');
}

/** What is asked of a log: the hash over its leaves `start` to `end − 1`, at least one. */
export type RangeHash = (start: number, end: number) => Promise<string>;

/** The path that shows leaf number `index` in a log of `size` leaves. */
export async function logInclusionPath(index: number, size: number, range: RangeHash): Promise<string[]> {
  const path: string[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.unshift(await (isLeft ? range(middle, end) : range(start, middle)));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return path;
}

/** What shows that the log of `first` leaves is the beginning of the log of `second`. Empty when they are the same. */
export async function logConsistencyProof(
  first: number,
  second: number,
  range: RangeHash,
): Promise<string[]> {
  const proof: string[] = [];
  let [start, end] = [0, second];
  while (end > first) {
    const middle = start + splitOf(end - start);
    const isLeft = first <= middle;
    proof.unshift(await (isLeft ? range(middle, end) : range(start, middle)));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // the beginning itself is known to whoever asks, unless it is only a part of the earlier log
  return start === 0 ? proof : [await range(start, end), ...proof];
}

/** How many leaves go to the left: the largest power of two below the size. */
export function splitOf(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}
