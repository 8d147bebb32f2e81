import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DrawEntry } from '../schema/draw.js';
import { aList } from './__fixtures__/demo-draw.js';
import { fromHex } from './bytes.js';
import { createEntryList } from './entry-list.js';
import { toRecords } from './entry-records.js';
import { type EntrySource, sourceOf } from './entry-source.js';
import { createLeafHash } from './leaf.js';
import { climb, hashNode, indexOfPath } from './merkle-path.js';

const eventId = 'evt-list';

/** Ids ascend with `k`, weights go round. */
function anEntry(k: number): DrawEntry {
  const entryId = k.toString(16).padStart(8, '0').padEnd(32, '5');
  return { entryId, weight: 1 + (k % 7), ownerTag: createHash('sha256').update(entryId).digest('hex') };
}

const entriesOf = (count: number) => Array.from({ length: count }, (_, k) => anEntry(k));

interface Node {
  readonly hash: Buffer;
  readonly sum: number;
}

/** The definition, as RFC 6962 words it: split at the largest power of two below the size. */
function rootOf(nodes: readonly Node[]): Node {
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  const split = 2 ** Math.ceil(Math.log2(nodes.length) - 1);
  const left = rootOf(nodes.slice(0, split));
  const right = rootOf(nodes.slice(split));
  return { hash: hashNode(left.hash, left.sum, right.hash, right.sum), sum: left.sum + right.sum };
}

const nodesOf = (entries: readonly DrawEntry[]) =>
  entries.map((entry) => ({ hash: createLeafHash(eventId)(entry), sum: entry.weight }));

const listing = (source: EntrySource) => createEntryList(eventId, source);
const of = (records: Buffer): EntrySource => ({ read: async (after) => (after ? Buffer.alloc(0) : records) });

describe('the list of a draw', () => {
  it.each([1, 2, 31, 32, 33, 63, 64, 65, 96, 97, 4_095, 4_096, 4_097, 8_200])(
    'is the one tree over %i entries, read in pages and hashed in blocks',
    async (count) => {
      const entries = entriesOf(count);
      const list = await listing(sourceOf(entries));

      expect(list.root).toBe(rootOf(nodesOf(entries)).hash.toString('hex'));
      expect(list).toMatchObject({ count, total: entries.reduce((sum, { weight }) => sum + weight, 0) });
    },
  );

  it('shows the place of everybody', async () => {
    const entries = entriesOf(100);
    const list = await listing(sourceOf(entries.toReversed()));
    let start = 0;

    for (const [index, entry] of entries.entries()) {
      for (const ticket of [start, start + entry.weight - 1]) {
        const found = await list.holderOf(ticket);
        expect(found).toMatchObject({ ...entry, index, start });
        expect(indexOfPath(found.path, list.count)).toBe(index);
        expect(climb(fromHex(found.leaf), entry.weight, found.path)).toMatchObject({
          root: list.root,
          start,
        });
      }
      start += entry.weight;
    }
  });

  it('refuses what a source may not give, however many bytes it is', async () => {
    const [first, second] = [anEntry(1), anEntry(2)];
    const heavy = toRecords([first]);
    heavy.writeUInt32BE(10_001, 20);
    const huge = toRecords([first]);
    huge.writeUInt32BE(1, 16);
    const sources = [toRecords([second, first]), toRecords([first, first]), heavy, huge].map(of);

    for (const source of sources) await expect(listing(source)).rejects.toMatchObject({ code: 'USER_001' });
    await expect(listing(of(toRecords([first, second])))).resolves.toMatchObject({ count: 2 });
  });

  it('refuses a source whose second page begins where the first did', async () => {
    const page = toRecords(entriesOf(4_096));

    await expect(listing({ read: async () => page })).rejects.toMatchObject({ code: 'USER_001' });
  });

  it('refuses to name a winner from entries that have changed since they were hashed', async () => {
    const entries = entriesOf(100);
    const changed = entries.map((entry, k) => (k === 70 ? { ...entry, weight: entry.weight + 1 } : entry));
    let current = sourceOf(entries);
    const list = await listing({ read: (after, limit) => current.read(after, limit) });
    current = sourceOf(changed);

    await expect(list.holderOf(0)).resolves.toMatchObject({ index: 0 });
    await expect(list.holderOf(list.total - 130)).rejects.toMatchObject({ code: 'USER_021' });
  });

  it('has nothing to say about nobody', async () => {
    await expect(aList([])).rejects.toMatchObject({ code: 'USER_018' });
  });
});
