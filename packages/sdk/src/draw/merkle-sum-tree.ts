import type { PathStep } from '../schema/draw.js';
import { createNodeMessages } from './sum-stack.js';

/** Hashes of 32 bytes side by side, and the weight below each. No object per node. */
export interface TreeLevel {
  readonly hashes: Buffer;
  readonly sums: Float64Array;
}

export interface MerkleSumTree {
  readonly root: string;
  readonly total: number;
  /** From the leaf to the root. */
  pathOf(index: number): PathStep[];
}

const hashBytes = 32;

/**
 * Builds the tree over at least one leaf. Pairing neighbours and lifting the odd one out gives exactly the
 * shape of RFC 6962. Sums stay exact: 2^32 leaves of 10,000 are far below 2^53.
 */
export function createMerkleSumTree(leaves: TreeLevel): MerkleSumTree {
  const levels = [leaves];
  let top = leaves;
  while (top.sums.length > 1) {
    top = toParents(top);
    levels.push(top);
  }
  return {
    root: top.hashes.toString('hex'),
    total: top.sums[0] ?? 0,
    pathOf: (index) => levels.slice(0, -1).flatMap((level, height) => neighbourOf(level, index, height)),
  };
}

function toParents({ hashes, sums }: TreeLevel): TreeLevel {
  const count = Math.ceil(sums.length / 2);
  const parents = { hashes: Buffer.alloc(count * hashBytes), sums: new Float64Array(count) };
  const message = createNodeMessages(1);
  for (let parent = 0; parent < count; parent += 1) {
    const left = parent * 2;
    const right = left + 1;
    if (right < sums.length) {
      message.left(0, digestAt(hashes, left), sumAt(sums, left));
      message.right(0, digestAt(hashes, right), sumAt(sums, right));
      parents.hashes.write(message.hash(0), parent * hashBytes, 'latin1');
      parents.sums[parent] = sumAt(sums, left) + sumAt(sums, right);
    } else {
      hashes.copy(parents.hashes, parent * hashBytes, left * hashBytes);
      parents.sums[parent] = sumAt(sums, left);
    }
  }
  return parents;
}

/** The other child of the same parent: none where an odd node was lifted. */
function neighbourOf({ hashes, sums }: TreeLevel, leafIndex: number, height: number): PathStep[] {
  const index = Math.floor(leafIndex / 2 ** height);
  const isRight = index % 2 === 1;
  const neighbour = isRight ? index - 1 : index + 1;
  if (neighbour >= sums.length) return [];
  const hex = hashes.toString('hex', neighbour * hashBytes, (neighbour + 1) * hashBytes);
  return [{ side: isRight ? 'L' : 'R', hash: hex, sum: sumAt(sums, neighbour) }];
}

const digestAt = (hashes: Buffer, index: number): string =>
  hashes.toString('latin1', index * hashBytes, (index + 1) * hashBytes);

const sumAt = (sums: Float64Array, index: number): number => sums[index] ?? 0;
