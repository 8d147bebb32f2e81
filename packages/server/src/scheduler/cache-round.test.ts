import { describe, expect, it, vi } from 'vitest';
import { noReads } from '../testing/no-reads.js';
import { minutesLater } from '../testing/provider-health.js';
import { type CacheRoundOptions, createCacheRound } from './cache-round.js';

describe('the round that writes down how often memory answered', () => {
  it('does so at once and every five minutes, and goes on when the store could not be asked', async () => {
    const gone = new Error('gone');
    const told: number[] = [];
    const tell = vi.fn<CacheRoundOptions['tell']>();
    let minute = 0;
    const caches = async () => {
      told.push(minute);
      if (minute === 5) throw gone;
      return noReads;
    };
    const round = createCacheRound({ ktEvent: { caches }, now: () => minutesLater(minute), tell });
    for (minute of [0, 1, 5, 9, 10]) await round();

    expect(told).toEqual([0, 5, 10]);
    expect(tell.mock.calls).toEqual([[gone, undefined]]);
  });
});
