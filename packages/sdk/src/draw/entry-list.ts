import { z } from 'zod';
import { UserError } from '../errors/index.js';
import { type DrawEntry, drawEntrySchema, type PathStep } from '../schema/draw.js';
import { parseInput } from '../schema/parse.js';
import { createLeafHash } from './leaf.js';
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
  readonly count: number;
  readonly total: number;
  readonly root: string;
  readonly heaviest: number;
  /** Holder of a ticket, 0..total−1. */
  holderOf(position: number): ListedEntry;
}

/**
 * Puts entries in canonical order and hashes them. Entries without weight are left out.
 *
 * @throws UserError `USER_001` for a malformed or repeated entry; `USER_018` when nobody is left.
 */
export function createEntryList(eventId: string, entries: readonly DrawEntry[]): EntryList {
  const sorted = parseInput(z.array(drawEntrySchema), entries, 'entries')
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => (a.entryId < b.entryId ? -1 : 1));
  if (sorted.length === 0) throw new UserError('USER_018', { campaignId: eventId });
  refuseRepeats(sorted);

  const leafHash = createLeafHash(eventId);
  const hashes = Buffer.concat(sorted.map(leafHash));
  const sums = Float64Array.from(sorted, ({ weight }) => weight);
  const starts = toStarts(sums);
  const tree = createMerkleSumTree({ hashes, sums });

  return {
    count: sorted.length,
    total: tree.total,
    root: tree.root,
    heaviest: sums.reduce((most, weight) => Math.max(most, weight), 0),
    holderOf(position) {
      const index = lastAtOrBelow(starts, position);
      const entry = sorted[index] as DrawEntry;
      const leaf = hashes.toString('hex', index * 32, (index + 1) * 32);
      return { ...entry, index, start: starts[index] ?? 0, leaf, path: tree.pathOf(index) };
    },
  };
}

function refuseRepeats(sorted: readonly DrawEntry[]): void {
  const index = sorted.findIndex(({ entryId }, place) => sorted[place + 1]?.entryId === entryId);
  if (index < 0) return;
  const message = { ko: '같은 응모가 두 번 있습니다', en: 'An entry is listed twice' };
  const path = [sorted[index]?.entryId ?? index, 'entryId'];
  throw new UserError('USER_001', { what: 'entries' }, { issues: [{ path, message }] });
}

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
