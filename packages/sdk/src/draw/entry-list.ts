import { UserError } from '../errors/index.js';
import type { DrawEntry, PathStep } from '../schema/draw.js';
import { blockSize, type EntryBlocks, readBlocks } from './entry-blocks.js';
import { createRecordReader, readRecord, recordBytes } from './entry-records.js';
import type { EntrySource } from './entry-source.js';
import { createRecordHash } from './leaf.js';
import { createMerkleSumTree } from './merkle-sum-tree.js';

/** An entry with its place: it holds the tickets `start` to `start + weight − 1`. */
interface ListedEntry extends DrawEntry {
  readonly index: number;
  readonly start: number;
  readonly leaf: string;
  readonly path: readonly PathStep[];
}

/** The list that is drawn from, in its one order, under one root. */
export interface EntryList {
  readonly eventId: string;
  readonly count: number;
  readonly total: number;
  readonly root: string;
  readonly heaviest: number;
  /**
   * Holder of a ticket, 0..total−1.
   * @throws UserError `USER_021` when the source gives other entries than before.
   */
  holderOf(position: number): Promise<ListedEntry>;
}

/**
 * Reads a list once, from its first entry to its last, and hashes it.
 *
 * @throws UserError `USER_001` for a malformed or repeated entry; `USER_018` when nobody is in it.
 */
export async function createEntryList(eventId: string, source: EntrySource): Promise<EntryList> {
  const { nodes, after, count, heaviest } = await readBlocks(eventId, source);
  const sums = Float64Array.from(nodes, ({ sum }) => sum);
  const starts = toStarts(sums);
  const tree = createMerkleSumTree({ hashes: toHashes(nodes), sums });
  const readBlock = createBlockReader(eventId, source);

  return {
    eventId,
    count,
    total: tree.total,
    root: tree.root,
    heaviest,
    async holderOf(position) {
      const block = lastAtOrBelow(starts, position);
      const blockStart = starts[block] ?? 0;
      const found = await readBlock(after[block], position - blockStart);
      if (found.root !== toHex(nodes[block]?.digest)) throw otherList(eventId, tree.root);
      const index = block * blockSize + found.index;
      const path = [...found.path, ...tree.pathOf(block)];
      return { ...found.entry, index, start: blockStart + found.start, leaf: found.leaf, path };
    },
  };
}

/** Hashes one block again, and finds the holder of one of its tickets. */
function createBlockReader(eventId: string, source: EntrySource) {
  const hashRecord = createRecordHash(eventId);
  return async (after: string | undefined, ticket: number) => {
    const records = await source.read(after, blockSize);
    const places = Array.from({ length: records.length / recordBytes }, (_, index) => index);
    const reader = createRecordReader(records);
    const digests = places.map((index) => hashRecord(records, index));
    const sums = Float64Array.from(places, (index) => reader.weight(index));
    const starts = toStarts(sums);
    const index = lastAtOrBelow(starts, ticket);
    const hashes = Buffer.from(digests.join(''), 'latin1');
    const { root, pathOf } = createMerkleSumTree({ hashes, sums });
    const leaf = toHex(digests[index]);
    return {
      root,
      index,
      start: starts[index] ?? 0,
      entry: readRecord(records, index),
      leaf,
      path: pathOf(index),
    };
  };
}

const otherList = (campaignId: string, root: string): UserError =>
  new UserError('USER_021', { campaignId, fingerprint: root.slice(0, 16) });

const toHashes = (nodes: EntryBlocks['nodes']): Buffer =>
  Buffer.from(nodes.map(({ digest }) => digest).join(''), 'latin1');

const toHex = (digest = ''): string => Buffer.from(digest, 'latin1').toString('hex');

function toStarts(weights: Float64Array): Float64Array {
  let start = 0;
  return weights.map((weight) => {
    start += weight;
    return start - weight;
  });
}

/** Index of the interval that holds a position; `starts` ascends from 0. */
function lastAtOrBelow(starts: Float64Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
