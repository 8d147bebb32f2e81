import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  findChain,
  quicknet,
  quicknetHash,
  roundAtOrAfter,
  roundTimeMs,
  toChainHash,
} from './drand-chain.js';

describe('a drand chain', () => {
  it('has the hash that drand publishes for quicknet', () => {
    expect(toChainHash(quicknet)).toBe(quicknetHash);
  });

  it('has another hash for another key, timetable or name', () => {
    const others = [
      { ...quicknet, public_key: 'aa'.repeat(96) },
      { ...quicknet, period: 30 },
      { ...quicknet, genesis_time: 1 },
      { ...quicknet, group_hash: 'bb'.repeat(32) },
      { ...quicknet, beacon_id: 'default' },
    ];

    expect(new Set([quicknet, ...others].map(toChainHash)).size).toBe(6);
  });

  it('is the pinned one for quicknet, whatever is offered', () => {
    expect(findChain(quicknetHash, { ...quicknet, period: 30 })).toBe(quicknet);
    expect(findChain('00'.repeat(32), quicknet)).toBeUndefined();
  });

  it('has round 42 at 2023-08-23T15:11:30Z', () => {
    expect(new Date(roundTimeMs(quicknet, 42)).toISOString()).toBe('2023-08-23T15:11:30.000Z');
  });

  test.prop([fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 })])(
    'has the first round at or after any instant',
    (ms) => {
      const round = roundAtOrAfter(quicknet, new Date(ms));

      expect(roundTimeMs(quicknet, round)).toBeGreaterThanOrEqual(ms);
      expect(round === 1 || roundTimeMs(quicknet, round - 1) < ms).toBe(true);
    },
  );
});
