import { describe, expect, it } from 'vitest';
import { guardCases } from '../../testing/store-cases/guard-cases.js';
import type { Store } from '../store.js';
import { openSqliteStore } from './open-sqlite-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');

/** Names of the promises about guards that a store breaks. */
async function brokenPromises(spoil: (store: Store) => Store): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, check } of guardCases) {
    const store = await openSqliteStore({ path: ':memory:', now });
    await check(spoil(store)).catch(() => broken.push(name));
    await store.close();
  }
  return broken;
}

describe('the promises about guards', () => {
  it('notices a challenge that is not written down as spent', async () => {
    const broken = await brokenPromises((store) => ({
      ...store,
      entries: {
        ...store.entries,
        add: (batch) => store.entries.add(batch.map(({ spends, ...entry }) => entry)),
      },
    }));

    expect(broken).toEqual([
      'takes a solved challenge once, in whatever batch it comes again',
      'tells a repeat within the batch what its first was told',
      'keeps challenges of campaigns apart, and forgets those that are over',
      'takes a one-time code once',
      'spends the challenge of whoever asks for a code, also where the caps refuse',
    ]);
  });

  it('notices a budget for codes that nobody keeps', async () => {
    const broken = await brokenPromises((store) => ({
      ...store,
      codes: {
        ...store.codes,
        reserve: (request, caps, challenge) =>
          store.codes.reserve(request, { ...caps, budgetKrw: 1_000_000 }, challenge),
      },
    }));

    expect(broken).toEqual([
      'never spends more on codes than the budget, whoever asks at once',
      'spends the challenge of whoever asks for a code, also where the caps refuse',
    ]);
  });

  it('notices a code that may be tried for ever', async () => {
    const broken = await brokenPromises((store) => ({
      ...store,
      codes: { ...store.codes, tryNewest: (attempt) => store.codes.tryNewest(attempt, 1_000) },
    }));

    expect(broken).toEqual(['lets a code be tried so often and no more, counted before it is compared']);
  });
});
