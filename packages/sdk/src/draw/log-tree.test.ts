import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLogAppender, logBlockSize, rootOfLeaves } from './log-appender.js';
import { hashLogNode, logConsistencyProof, logInclusionPath } from './log-tree.js';
import { verifyLogConsistency, verifyLogInclusion } from './verify-log.js';

const leafOf = (no: number) => createHash('sha256').update(`\0leaf ${no}`).digest('hex');
const leaves = Array.from({ length: 70 }, (_, no) => leafOf(no));

/** RFC 6962, 2.1, word for word. */
function treeHash(list: readonly string[]): string {
  const [only = ''] = list;
  if (list.length === 1) return only;
  let split = 1;
  while (split * 2 < list.length) split *= 2;
  return hashLogNode(treeHash(list.slice(0, split)), treeHash(list.slice(split)));
}

const range = async (start: number, end: number) => treeHash(leaves.slice(start, end));
const stateOf = (size: number) => ({ size, root: treeHash(leaves.slice(0, size)) });

/** Known tree of the Certificate Transparency test suite: eight leaves, each the hash of 0x00 and these bytes. */
const published = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];

describe('the tree of the entry log', () => {
  it('is that of Certificate Transparency, by its published vector', () => {
    const hashes = published.map((hex) =>
      createHash('sha256')
        .update(Buffer.from(`00${hex}`, 'hex'))
        .digest('hex'),
    );

    expect(rootOfLeaves(hashes)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(rootOfLeaves(hashes.slice(0, 3))).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
  });

  it('grows leaf by leaf to the root of its definition, from wherever it stood', () => {
    let edge = createLogAppender().edge();
    for (const [no, leaf] of leaves.entries()) {
      const appender = createLogAppender(edge);
      appender.append(leaf);
      edge = appender.edge();
      expect(appender.root()).toBe(treeHash(leaves.slice(0, no + 1)));
    }
  });

  it('keeps a node for every 1,024 leaves', () => {
    const appender = createLogAppender();
    const many = Array.from({ length: 2 * logBlockSize + 5 }, (_, no) => leafOf(no));
    for (const leaf of many) appender.append(leaf);

    const blocks = [many.slice(0, logBlockSize), many.slice(logBlockSize, 2 * logBlockSize)];
    expect(appender.blocks).toEqual(blocks.map(rootOfLeaves));
  });
});

describe('proofs about the entry log', () => {
  it('show every leaf in every size, and no other leaf or place', async () => {
    for (const size of [1, 2, 3, 5, 8, 13, 64, 70]) {
      const { root } = stateOf(size);
      for (let index = 0; index < size; index += 1) {
        const path = await logInclusionPath(index, size, range);
        const proof = { leaf: leafOf(index), index, size, path, root };
        expect(verifyLogInclusion(proof)).toBe(true);
        expect(verifyLogInclusion({ ...proof, leaf: leafOf(index + 1) })).toBe(false);
        expect(verifyLogInclusion({ ...proof, index: index + 1 })).toBe(false);
        expect(verifyLogInclusion({ ...proof, path: path.slice(1) })).toBe(size === 1);
      }
    }
  });

  it('show that any log is the beginning of any later one', async () => {
    for (let first = 1; first <= leaves.length; first += 1) {
      for (let second = first; second <= leaves.length; second += 7) {
        const proof = await logConsistencyProof(first, second, range);
        expect(verifyLogConsistency(stateOf(first), stateOf(second), proof)).toBe(true);
      }
    }
  });

  it.each([
    ['a leaf was taken out', (list: string[]) => list.toSpliced(4, 1)],
    ['a leaf was slipped in', (list: string[]) => list.toSpliced(4, 0, leafOf(999))],
    ['a leaf was changed', (list: string[]) => list.with(4, leafOf(999))],
    ['two leaves were swapped', (list: string[]) => list.with(4, leafOf(5)).with(5, leafOf(4))],
  ])('show nothing when %s', async (_what, spoil) => {
    const spoiled = spoil(leaves);
    const spoiledRange = async (start: number, end: number) => treeHash(spoiled.slice(start, end));
    for (const size of [5, 8, 20, 64]) {
      const later = { size: 69, root: treeHash(spoiled.slice(0, 69)) };
      const proof = await logConsistencyProof(size, 69, spoiledRange);
      expect(verifyLogConsistency(stateOf(size), later, proof)).toBe(false);
    }
  });

  it('would pass over a leaf that was changed if only the sizes were compared', async () => {
    const careless = (earlier: { size: number }, later: { size: number }) => earlier.size <= later.size;
    const later = { size: 69, root: treeHash(leaves.with(4, leafOf(999)).slice(0, 69)) };

    expect(careless(stateOf(20), later)).toBe(true);
    expect(verifyLogConsistency(stateOf(20), later, await logConsistencyProof(20, 69, range))).toBe(false);
  });
});
