import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { toSecretCommit } from '../providers/beacon-secret.js';
import {
  aCommitment,
  aList,
  anEntry,
  anOrganiserKey,
  aTranscript,
  demoEntries,
  deps,
  roundSignature,
} from './__fixtures__/demo-draw.js';
import { draw } from './draw.js';

const drawnAt = new Date('2023-09-15T11:01:00Z');
const proof = { round: 657_413, drand_signature: roundSignature };

/** A draw by an operator's secret: as good as any for what does not concern the beacon, and fast. */
function drawOf(weights: readonly number[], pieces: number, reserves: number, secret = '07'.repeat(32)) {
  const entries = weights.map((weight, index) => anEntry(index, weight));
  const beacon = { type: 'operator' as const, commits: [toSecretCommit(secret)] };
  const prizes = [{ id: 'gold', quantity: pieces }];
  return aTranscript({ entries, prizes, reserves, maxWeight: 10_000, beacon }, { secrets: [secret] });
}

const weightsArbitrary = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });
const countArbitrary = fc.integer({ min: 1, max: 60 });

const committed = await aCommitment();
const list = await aList();
const inOrder = await draw({ committed, list, proof, anchors: [], drawnAt }, deps);

describe('draw', () => {
  test.prop([fc.shuffledSubarray([...demoEntries], { minLength: 7 })], { numRuns: 20 })(
    'gives the same transcript whatever the order of entries',
    async (entries) => {
      const shuffled = { committed: await aCommitment({ entries }), list: await aList(entries) };

      expect(await draw({ ...shuffled, proof, anchors: [], drawnAt }, deps)).toEqual(inOrder);
    },
  );

  test.prop([weightsArbitrary, countArbitrary, fc.integer({ min: 0, max: 10 })])(
    'draws min(prizes + reserves, entries) different people, each with a ticket of their own',
    async (weights, pieces, reserves) => {
      const { results } = await drawOf(weights, pieces, reserves);

      expect(results).toHaveLength(Math.min(pieces + reserves, weights.length));
      expect(new Set(results.map(({ entry_id }) => entry_id)).size).toBe(results.length);
      expect(results.every(({ pos, start, weight }) => start <= pos && pos < start + weight)).toBe(true);
    },
  );

  test.prop([weightsArbitrary, fc.uint8Array({ minLength: 32, maxLength: 32 })])(
    'takes all tickets of a winner out of the drum',
    async (weights, secret) => {
      const { results } = await drawOf(weights, weights.length, 0, Buffer.from(secret).toString('hex'));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const gone = results.map((_, j) => results.slice(0, j).reduce((sum, { weight }) => sum + weight, 0));

      expect(results.map(({ m }) => m)).toEqual(gone.map((weight) => total - weight));
    },
  );

  it('names prizes first and reserves after them', async () => {
    const { results } = await drawOf([1, 1, 1, 1], 2, 1);

    expect(results.map(({ slot }) => slot)).toEqual(['gold', 'gold', 'reserve-1']);
  });

  it('drops reserves, then prizes, when there are too few entries', async () => {
    expect((await drawOf([3, 2], 2, 5)).results.map(({ slot }) => slot)).toEqual(['gold', 'gold']);
    expect((await drawOf([3], 2, 5)).results.map(({ slot }) => slot)).toEqual(['gold']);
  });

  it('refuses a list that is not the committed one', async () => {
    const withoutFirst = demoEntries.slice(1);
    const withExtra = [...demoEntries, anEntry(8)];
    const heavier = demoEntries.map((entry, index) => (index === 0 ? { ...entry, weight: 2 } : entry));

    for (const entries of [withoutFirst, withExtra, heavier]) {
      const other = { committed, list: await aList(entries), proof, anchors: [], drawnAt };
      await expect(draw(other, deps)).rejects.toMatchObject({ code: 'USER_021' });
    }
  });

  it.each([
    ['randomness of another round', { proof: { ...proof, round: 657_414 } }, deps],
    ['a secret where a round was announced', { proof: { secrets: ['00'.repeat(32)] } }, deps],
    ['another organiser', {}, { organiserKey: anOrganiserKey('somebody else') }],
  ])('lets no transcript out for %s', async (_what, changes, otherDeps) => {
    const input = { committed, list, proof, anchors: [], drawnAt, ...changes };

    await expect(draw(input, otherDeps)).rejects.toMatchObject({ code: 'USER_012' });
  });

  it('keeps personal data out of the transcript', async () => {
    const entries = demoEntries.map((entry) => ({ ...entry, phone: '+821000001111', name: '정민훈' }));
    const text = JSON.stringify(await aTranscript({ entries }));

    expect(text).not.toContain('+8210');
    expect(text).not.toContain('정민훈');
  });

  it('builds a tree of 100,000 entries and 1,100 proofs in seconds', async () => {
    const entries = Array.from({ length: 100_000 }, (_, k) => ({
      entryId: (k * 2_654_435_761).toString(16).padStart(32, '0'),
      weight: 1 + (k % 3),
      ownerTag: 'ab'.repeat(32),
    }));
    const secret = '07'.repeat(32);
    const beacon = { type: 'operator' as const, commits: [toSecretCommit(secret)] };
    const prizes = [{ id: 'gold', quantity: 1_000 }];
    const startedAt = performance.now();

    const { results } = await aTranscript({ entries, prizes, reserves: 100, beacon }, { secrets: [secret] });

    expect(results).toHaveLength(1_100);
    expect(Math.max(...results.map((result) => JSON.stringify(result).length))).toBeLessThan(4_096);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
