import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyInclusion } from '../draw/verify-inclusion.js';
import type { Store } from '../store/store.js';
import { aDrawEntry, drawCase } from '../testing/draw-cases.js';
import { createInclusionProver } from './prove-inclusion.js';

const { transcript, entries } = await drawCase();
const { commitment, signature } = transcript;

interface Kept {
  entries: { readonly id: string; readonly weight: number; readonly ownerTag: string }[];
  reads: number;
}

/** A store that holds one committed draw, and counts how often its list is read. */
function aStore(kept: Kept): Pick<Store, 'draws' | 'entryPages'> {
  const draws = {
    find: async (id: string) =>
      id === commitment.event_id
        ? { campaignId: id, state: 'committed', commitment: { commitment, signature } }
        : undefined,
  };
  const byId = async (_id: string, { after = '', limit }: { after?: string; limit: number }) => {
    if (limit > 1_000) kept.reads += 1; // a whole page, and not the block of a winner
    const sorted = kept.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return sorted.filter(({ id }) => id > after).slice(0, limit);
  };
  return { draws, entryPages: { byId } } as unknown as Pick<Store, 'draws' | 'entryPages'>;
}

const stored = () => ({
  entries: entries.map(({ entryId, weight, ownerTag }) => ({ id: entryId, weight, ownerTag })),
  reads: 0,
});

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the proof that an entry was in the list', () => {
  it('holds for each of them, winner or not, and the list is read once', async () => {
    const kept = stored();
    const prove = createInclusionProver(aStore(kept));

    const proofs = await Promise.all(entries.map(({ entryId }) => prove(commitment.event_id, entryId)));

    for (const { entry_id, weight, owner_tag, path, index } of proofs) {
      const entry = { entryId: entry_id, weight, ownerTag: owner_tag };
      expect(verifyInclusion(entry, path, commitment)).toBe(true);
      expect(entries.find(({ entryId }) => entryId === entry_id)).toMatchObject(entry);
      expect(verifyInclusion({ ...entry, weight: weight + 1 }, path, commitment)).toBe(false);
      expect(index).toBeLessThan(commitment.entries);
    }
    expect(new Set(proofs.map(({ index }) => index)).size).toBe(entries.length);
    expect(kept.reads).toBe(1);
  });

  it('is refused to whoever is not in it, wherever they would stand', async () => {
    const prove = createInclusionProver(aStore(stored()));
    const others = ['0'.repeat(32), 'f'.repeat(32), aDrawEntry(99).entryId, '', 'zz'];

    for (const id of others) {
      await expect(prove(commitment.event_id, id)).rejects.toThrowError(code('USER_090'));
    }
    await expect(prove('evt-other', others[0] ?? '')).rejects.toThrowError(code('USER_002'));
  });

  it('is not made up when the list is another one, or gone, and comes back with it', async () => {
    const kept = stored();
    const prove = createInclusionProver(aStore(kept));
    const [first] = kept.entries;
    const whole = kept.entries;
    const ask = () => prove(commitment.event_id, first?.id ?? '');

    kept.entries = whole.slice(0, -1);
    await expect(ask()).rejects.toThrowError(code('USER_091'));
    kept.entries = whole.map((entry) => ({ ...entry, ownerTag: createHash('sha256').digest('hex') }));
    await expect(ask()).rejects.toThrowError(code('USER_091'));
    kept.entries = [];
    await expect(ask()).rejects.toThrowError(code('USER_091'));
    kept.entries = whole;
    await expect(ask()).resolves.toMatchObject({ entry_id: first?.id });
  });
});
