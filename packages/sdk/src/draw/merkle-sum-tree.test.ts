import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sha256 } from './bytes.js';
import { climb, hashNode, indexOfPath } from './merkle-path.js';
import { createMerkleSumTree } from './merkle-sum-tree.js';

interface Node {
  readonly hash: Buffer;
  readonly sum: number;
}

const toNode = (weight: number, index: number): Node => ({
  hash: sha256(Buffer.from(`leaf ${index} ${weight}`)),
  sum: weight,
});

/** The definition, as RFC 6962 words it: split at the largest power of two below the size. */
function rootOf(nodes: readonly Node[]): Node {
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  let split = 1;
  while (split * 2 < nodes.length) split *= 2;
  const left = rootOf(nodes.slice(0, split));
  const right = rootOf(nodes.slice(split));
  return { hash: hashNode(left.hash, left.sum, right.hash, right.sum), sum: left.sum + right.sum };
}

function treeOf(nodes: readonly Node[]) {
  const hashes = Buffer.concat(nodes.map(({ hash }) => hash));
  return createMerkleSumTree({ hashes, sums: Float64Array.from(nodes, ({ sum }) => sum) });
}

const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 70 });

describe('the Merkle-sum tree', () => {
  test.prop([weights])('is the tree of RFC 6962', (list) => {
    const nodes = list.map(toNode);
    const { root, total } = treeOf(nodes);

    expect(root).toBe(rootOf(nodes).hash.toString('hex'));
    expect(total).toBe(list.reduce((sum, weight) => sum + weight, 0));
  });

  test.prop([weights])('proves the place, the start and the weight of every leaf', (list) => {
    const nodes = list.map(toNode);
    const tree = treeOf(nodes);
    let start = 0;

    for (const [index, { hash, sum }] of nodes.entries()) {
      const path = tree.pathOf(index);
      expect(indexOfPath(path, list.length)).toBe(index);
      expect(climb(hash, sum, path)).toEqual({ root: tree.root, total: tree.total, start });
      start += sum;
    }
  });

  it('knows no path for a tree of another size', () => {
    const path = treeOf([1, 2, 3, 4, 5].map(toNode)).pathOf(2);

    expect(indexOfPath(path, 5)).toBe(2);
    expect(indexOfPath(path, 4)).toBeUndefined();
    expect(indexOfPath(path, 9)).toBeUndefined();
    expect(indexOfPath([], 2)).toBeUndefined();
  });

  it('has a place for the last of the largest possible list', () => {
    const step = { side: 'L' as const, hash: '00'.repeat(32), sum: 1 };

    expect(
      indexOfPath(
        Array.from({ length: 31 }, () => step),
        2 ** 32 - 1,
      ),
    ).toBe(2 ** 32 - 2);
  });

  it('refuses sums beyond the safe integers', () => {
    const step = { side: 'R' as const, hash: '00'.repeat(32), sum: Number.MAX_SAFE_INTEGER };

    expect(climb(Buffer.alloc(32), 1, [step])).toBeUndefined();
  });
});
