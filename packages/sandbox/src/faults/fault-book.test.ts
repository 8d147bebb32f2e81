import { describe, expect, it } from 'vitest';
import type { ProviderName } from '../provider-name.js';
import { openTestSandbox } from '../testing/open-test-sandbox.js';
import { callRaw } from '../testing/raw-client.js';
import { chaosShares } from './draw-chaos.js';
import { createFaultBook, type FaultBook } from './fault-book.js';

const request = { method: 'GET', path: '/x', query: new URLSearchParams(), headers: {}, at: new Date(0) };
const chaotic = (seed: string, p: number, providers: readonly ProviderName[] = ['kt']): FaultBook => {
  const book = createFaultBook({ seed, enabled: true });
  for (const provider of providers) book.add({ provider, fault: { kind: 'chaos', p } });
  return book;
};
const draw = (book: FaultBook, count: number, provider: ProviderName = 'kt') =>
  Array.from({ length: count }, () => book.take(provider, request)?.kind);

/** What a caller cannot tell from work that was done. */
const doubtful = new Set<string | undefined>([
  'reset_before',
  'status',
  'accept_then_drop',
  'malformed_json',
]);

/** The rows of KT with and without calls of another provider in between. */
function rowsOf(open: () => Pick<FaultBook, 'take'>): readonly unknown[][] {
  const [alone, mixed] = [open(), open()];
  return [alone, mixed].map((book) =>
    Array.from({ length: 100 }, () => {
      if (book === mixed) book.take('drand', request);
      return book.take('kt', request)?.kind;
    }),
  );
}

describe('chaos', () => {
  it('leaves the caller in doubt six times in ten', () => {
    const sum = (shares: typeof chaosShares) => shares.reduce((total, [percent]) => total + percent, 0);

    expect(sum(chaosShares)).toBe(100);
    expect(sum(chaosShares.filter(([, { kind }]) => doubtful.has(kind)))).toBe(60);
  });

  it('strikes as often as asked, with the shares it names', () => {
    const kinds = draw(chaotic('storm', 0.3), 20_000);
    const struck = kinds.filter((kind) => kind !== undefined);

    expect(struck.length / kinds.length).toBeCloseTo(0.3, 1);
    for (const [percent, { kind }] of chaosShares) {
      expect(struck.filter((other) => other === kind).length / struck.length).toBeCloseTo(percent / 100, 1);
    }
  });

  it('draws the same row for a seed, from its start again after a reset, and another for another seed', () => {
    const book = chaotic('a', 0.5);
    const first = draw(book, 200);
    book.reset();
    book.add({ provider: 'kt', fault: { kind: 'chaos', p: 0.5 } });

    expect(draw(book, 200)).toEqual(first);
    expect(draw(chaotic('a', 0.5), 200)).toEqual(first);
    expect(draw(chaotic('b', 0.5), 200)).not.toEqual(first);
  });

  it('draws for each provider by the order of its own calls', () => {
    const [alone, mixed] = rowsOf(() => chaotic('a', 0.5, ['kt', 'drand']));

    expect(mixed).toEqual(alone);
  });

  it('would notice one row of numbers shared by all providers', () => {
    const [alone, mixed] = rowsOf(() => {
      const book = chaotic('a', 0.5, ['kt']);
      return { take: (_, head) => book.take('kt', head) };
    });

    expect(mixed).not.toEqual(alone);
  });

  it('is met in the same order over the network', async () => {
    const storm = async () => {
      const sandbox = await openTestSandbox({ seed: 'storm' });
      sandbox.addFault({ provider: 'drand', fault: { kind: 'chaos', p: 0.6 } });
      for (let index = 0; index < 40; index += 1) await callRaw(`${sandbox.baseUrls.drand}/chains`);
      const met = sandbox.requests('drand').map(({ fault }) => fault);
      await sandbox.close();
      return met;
    };

    const met = await storm();

    expect(await storm()).toEqual(met);
    expect(new Set(met).size).toBeGreaterThan(5);
  });
});

describe('a script', () => {
  it('strikes with its probability until it is cleared', () => {
    const book = createFaultBook({ seed: 'a', enabled: true });
    book.add({ provider: 'kt', fault: { kind: 'quota' }, probability: 0.25 });

    const struck = draw(book, 4_000).filter((kind) => kind === 'quota').length;

    expect(struck / 4_000).toBeCloseTo(0.25, 1);
    book.clear();
    expect(draw(book, 100).filter(Boolean)).toEqual([]);
  });

  it('leaves a request that it passes over to the next script', () => {
    const book = createFaultBook({ seed: 'a', enabled: true });
    book.add({ provider: 'kt', fault: { kind: 'quota' }, after: 2 });
    book.add({ provider: 'kt', fault: { kind: 'hang' }, times: 2 });

    expect(draw(book, 4)).toEqual(['hang', 'hang', 'quota', undefined]);
  });
});
