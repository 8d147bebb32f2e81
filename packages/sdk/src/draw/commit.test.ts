import { describe, expect, it } from 'vitest';
import { quicknetHash, toChainHash } from '../providers/drand-chain.js';
import { aCommitment, anEntry, type DrawSetup, demoEntries, demoInput } from './__fixtures__/demo-draw.js';
import { sandboxChain } from './__fixtures__/sandbox-chain.js';
import { commitmentHash } from './commitment-hash.js';
import { isSignedBy } from './signature.js';
import { earliestDrawAt } from './timing.js';

const refusal = (changes: Partial<DrawSetup>) =>
  aCommitment(changes).then(
    () => 'accepted',
    (error: unknown) => (error as { code?: string }).code,
  );
const drandRound = (round: number) => ({ type: 'drand' as const, chain: quicknetHash, round });

describe('commit', () => {
  it('gives one commitment for a list, whatever its order', async () => {
    expect(await aCommitment({ entries: demoEntries.toReversed() })).toEqual(await aCommitment());
  });

  it('signs the commitment as the organiser', async () => {
    const { commitment, signature } = await aCommitment();

    expect(isSignedBy(commitmentHash(commitment), signature)).toBe(true);
    expect(isSignedBy(commitmentHash({ ...commitment, reserves: 3 }), signature)).toBe(false);
  });

  it('leaves entries without a ticket out', async () => {
    const { commitment } = await aCommitment({ entries: [...demoEntries, anEntry(8, 0)] });

    expect(commitment.entries).toBe(7);
    expect(commitment).toEqual((await aCommitment()).commitment);
  });

  it('writes instants in UTC', async () => {
    expect((await aCommitment()).commitment.closed_at).toBe('2023-09-15T10:40:00.000Z');
  });

  it('refuses an empty list', async () => {
    expect(await refusal({ entries: [] })).toBe('USER_018');
    expect(await refusal({ entries: [anEntry(1, 0)] })).toBe('USER_018');
  });

  it('refuses to fix the list before entries have closed', async () => {
    expect(await refusal({ publishedAt: '2023-09-15T19:39:59+09:00' })).toBe('USER_019');
    expect(await refusal({ publishedAt: '2023-09-15T19:40:00+09:00' })).toBe('accepted');
  });

  it('refuses randomness less than 600 s after the commitment', async () => {
    // Round 657413 appears at 11:00:03Z.
    expect(await refusal({ publishedAt: '2023-09-15T10:50:03Z' })).toBe('accepted');
    expect(await refusal({ publishedAt: '2023-09-15T10:50:04Z' })).toBe('USER_020');
    expect(await refusal({ beacon: drandRound(42) })).toBe('USER_020');
  });

  it('holds another chain to the same rule, and refuses one it cannot date', async () => {
    const beacon = { type: 'drand' as const, chain: toChainHash(sandboxChain), round: 1_000_000 };

    expect(await refusal({ beacon, chain: sandboxChain })).toBe('accepted');
    expect(await refusal({ beacon, chain: { ...sandboxChain, genesis_time: 0 } })).toBe('USER_002');
    expect(await refusal({ beacon })).toBe('USER_002');
  });

  it.each<[string, Partial<DrawSetup>]>([
    ['an entry listed twice', { entries: [...demoEntries, anEntry(1)] }],
    ['an entry heavier than the rules allow', { maxWeight: 4 }],
    ['a weight that is no integer', { entries: [anEntry(1, 1.5)] }],
    ['an entry id in capitals', { entries: [{ ...anEntry(1), entryId: 'AB'.repeat(16) }] }],
    ['an event id outside the alphabet', { eventId: 'Event 1' }],
    ['a prize listed twice', { prizes: [1, 2].map(() => ({ id: 'gold', quantity: 1 })) }],
    ['a prize named like a reserve', { prizes: [{ id: 'reserve-1', quantity: 1 }] }],
    ['a list without prizes', { prizes: [] }],
    ['one witness alone', { beacon: { type: 'witness', commits: ['aa'.repeat(32)] } }],
    ['a witness twice', { beacon: { type: 'witness', commits: ['aa'.repeat(32), 'aa'.repeat(32)] } }],
    ['an instant it cannot read', { closedAt: 'yesterday' }],
  ])('refuses %s', async (_what, changes) => {
    expect(await refusal(changes)).toBe('USER_001');
  });

  it('says from when on randomness may decide', () => {
    expect(earliestDrawAt(new Date(demoInput.publishedAt)).toISOString()).toBe('2023-09-15T10:55:00.000Z');
  });
});
