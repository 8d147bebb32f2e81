import type { PathStep } from '../schema/draw.js';
import { fromHex, sha256, u64 } from './bytes.js';

/** A node of the tree: both child sums are hashed, so no part of the weight can be moved unseen. */
export function hashNode(left: Uint8Array, leftSum: number, right: Uint8Array, rightSum: number): Buffer {
  return sha256(Buffer.of(0x01), left, u64(leftSum), right, u64(rightSum));
}

export interface Summit {
  readonly root: string;
  readonly total: number;
  /** Sum of everything left of the leaf: the first ticket of the entry. */
  readonly start: number;
}

/** Climbs from a leaf to the root it implies; undefined when a sum leaves the safe integers. */
export function climb(leaf: Uint8Array, weight: number, path: readonly PathStep[]): Summit | undefined {
  let hash = leaf;
  let total = weight;
  let start = 0;
  for (const step of path) {
    const neighbour = fromHex(step.hash);
    const isLeft = step.side === 'L';
    hash = isLeft ? hashNode(neighbour, step.sum, hash, total) : hashNode(hash, total, neighbour, step.sum);
    total += step.sum;
    if (isLeft) start += step.sum;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return { root: Buffer.from(hash).toString('hex'), total, start };
}

/**
 * The place of the leaf that a path belongs to, in a tree of `count` leaves of the shape of RFC 6962.
 * Undefined when that tree has no such path, so an answer is always within 0..count−1.
 */
export function indexOfPath(path: readonly PathStep[], count: number): number | undefined {
  let index = 0;
  let size = count;
  for (const { side } of path.toReversed()) {
    if (size < 2) return undefined;
    const leftSize = largestPowerOfTwoBelow(size);
    if (side === 'L') index += leftSize;
    size = side === 'L' ? size - leftSize : leftSize;
  }
  return size === 1 ? index : undefined;
}

/** For 2 <= size <= 2^32 − 1. */
const largestPowerOfTwoBelow = (size: number): number => 2 ** (31 - Math.clz32(size - 1));
