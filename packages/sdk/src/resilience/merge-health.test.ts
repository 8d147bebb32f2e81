import { describe, expect, it } from 'vitest';
import { aProviderHealth } from '../testing/health-fixtures.js';
import { mergeHealth } from './merge-health.js';

const counts = { calls: 7, answered: 7, failed: 0, retries: 2, shortCircuited: 0 };
const later = '2026-12-05T12:00:01+09:00'; // a second after the fixture, in another offset
const paused = aProviderHealth({
  state: 'open',
  at: later,
  since: later,
  openSince: later,
  failuresInRow: 9,
});

describe('the health of providers, of this process and others', () => {
  it('is one record for each provider, by name', () => {
    const own = [aProviderHealth({ provider: 'kt' }), aProviderHealth({ provider: 'blog' })];

    const merged = mergeHealth(own, [aProviderHealth({ provider: 'drand' })]);

    expect(merged.map(({ provider, countedHere }) => [provider, countedHere])).toEqual([
      ['blog', true],
      ['drand', false],
      ['kt', true],
    ]);
  });

  it('is what this process saw when that is newer or as new', () => {
    const own = aProviderHealth({ counts });

    expect(mergeHealth([own], [aProviderHealth({ state: 'open' })])).toEqual([own]);
  });

  it('takes the state of a newer record but never its counters', () => {
    const merged = mergeHealth([aProviderHealth({ counts })], [paused]);

    expect(merged).toEqual([{ ...paused, counts, failuresInRow: 0 }]);
  });
});
