import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownerTag } from '../security/owner-tag.js';
import { aCommitment, aList, deps, roundSignature } from './__fixtures__/demo-draw.js';
import { beaconBytes } from './beacon-bytes.js';
import { commitmentHash, seedOf } from './commitment-hash.js';
import { draw } from './draw.js';
import { toCanonicalJson } from './jcs.js';
import { createLeafHash } from './leaf.js';

interface Vector {
  readonly entries: readonly Readonly<
    Record<'entry_id' | 'salt' | 'phone' | 'owner_tag' | 'leaf', string> & { weight: number }
  >[];
  readonly commitment: object;
  readonly commitment_jcs: string;
  readonly commitment_sha256: string;
  readonly drand_signature: string;
  readonly beacon: string;
  readonly seed: string;
  readonly results: readonly object[];
}

const file = new URL('./__fixtures__/worked-vector.json', import.meta.url);
const vector = JSON.parse(readFileSync(file, 'utf8')) as Vector;
const entries = vector.entries.map(({ entry_id, weight, owner_tag }) => ({
  entryId: entry_id,
  weight,
  ownerTag: owner_tag,
}));
const { commitment, signature } = await aCommitment({ entries });
const proof = { round: 657_413, drand_signature: vector.drand_signature };

describe('the worked vector of kt-event-draw/1', () => {
  it('has its owner tags', () => {
    const tags = vector.entries.map(({ salt, phone }) => ownerTag(salt, phone));

    expect(tags).toEqual(vector.entries.map(({ owner_tag }) => owner_tag));
  });

  it('has its leaves', () => {
    const leaves = entries.map((entry) => createLeafHash('evt-demo-2026')(entry).toString('hex'));

    expect(leaves).toEqual(vector.entries.map(({ leaf }) => leaf));
  });

  it('has its commitment, letter by letter', () => {
    expect(commitment).toEqual(vector.commitment);
    expect(toCanonicalJson(commitment)).toBe(vector.commitment_jcs);
    expect(commitmentHash(commitment)).toBe(vector.commitment_sha256);
  });

  it('has its randomness and its seed', () => {
    const bytes = beaconBytes(proof);

    expect(roundSignature).toBe(vector.drand_signature);
    expect(bytes.toString('hex')).toBe(vector.beacon);
    expect(seedOf(commitment, bytes).toString('hex')).toBe(vector.seed);
  });

  it('has its five results, number by number and path by path', async () => {
    const drawnAt = new Date('2023-09-15T11:01:00Z');
    const transcript = await draw(
      { committed: { commitment, signature }, list: await aList(entries), proof, anchors: [], drawnAt },
      deps,
    );

    expect(transcript.seed).toBe(vector.seed);
    expect(transcript.results).toEqual(vector.results);
  });
});
