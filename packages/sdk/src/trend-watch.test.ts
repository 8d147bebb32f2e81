import { afterEach, describe, expect, it } from 'vitest';
import { AuthError, ProviderError } from './errors/index.js';
import type { TrendSource } from './providers/trend-source.js';
import type { TrendSourceId } from './schema/trend.js';
import { aQuestion, data } from './testing/trend-contract.js';
import { createTrendWatch, type TrendWatch } from './trend-watch.js';

const statement = {
  kind: 'weather',
  text: '맑습니다',
  source: '시험',
  date: '2026-12-01',
  confidence: 'low',
  mode: 'sandbox',
} as const;

interface Played {
  readonly source: TrendSource;
  readonly calls: () => number;
}

function play(id: TrendSourceId, answer: () => Promise<string>, over: Partial<TrendSource> = {}): Played {
  let count = 0;
  const load = () => {
    count += 1;
    return answer();
  };
  const source: TrendSource = {
    id,
    mode: 'sandbox',
    storable: true,
    blindTo: () => undefined,
    tell: async ({ place }, remember) => [{ ...statement, text: await remember(place?.name ?? '', load) }],
    ...over,
  };
  return { source, calls: () => count };
}

const opened: TrendWatch[] = [];
afterEach(async () => {
  for (const watch of opened.splice(0)) await watch.close();
});

function open(played: readonly Played[], over: Partial<typeof data.sources> = {}) {
  let nowMs = 0;
  const sources = played.map(({ source }) => source);
  const watch = createTrendWatch({ sources, data: { ...data.sources, ...over }, elapsedMs: () => nowMs });
  opened.push(watch);
  return {
    watch,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const soon = { waitMs: { ...data.sources.waitMs, value: 20 } };
const stateOf = async (watch: TrendWatch, id: TrendSourceId) =>
  (await watch.ask(aQuestion())).sources.find((source) => source.id === id);

describe('the watch over trends', () => {
  it('says of each source what became of it, with and without a key', async () => {
    const { watch } = open([
      play('kma', async () => '맑음'),
      play('tour', async () => '', { tell: async () => [] }),
      play('semas', async () => '', { blindTo: () => 'no_place' }),
    ]);

    const { statements, sources } = await watch.ask(aQuestion());

    expect(statements.map(({ text }) => text)).toEqual(['맑음']);
    expect(sources).toEqual([
      { id: 'naver', state: 'absent' },
      { id: 'kma', mode: 'sandbox', state: 'used' },
      { id: 'tour', mode: 'sandbox', state: 'nothing' },
      { id: 'semas', mode: 'sandbox', state: 'no_place' },
    ]);
    expect(watch.unasked('offline').sources.map(({ state }) => state)).toEqual([
      'absent',
      'offline',
      'offline',
      'offline',
    ]);
  });

  it('asks once for fifty who want it at the same time, and counts who was answered from memory', async () => {
    const kma = play('kma', async () => '맑음');
    const { watch } = open([kma]);

    await Promise.all(Array.from({ length: 50 }, () => watch.ask(aQuestion())));

    expect(kma.calls()).toBe(1);
    expect(watch.counts()).toEqual([{ source: 'kma', hits: 49, misses: 1 }]);
  });

  it('does not wait for a source that is slow, and has its answer for the next who asks', async () => {
    let answer = (_: string) => {};
    const kma = play('kma', () => new Promise((resolve) => (answer = resolve)));
    const { watch } = open([kma, play('tour', async () => '축제')], soon);

    const first = await watch.ask(aQuestion());
    answer('맑음');
    const second = await watch.ask(aQuestion());

    expect(first.sources.map(({ state }) => state)).toEqual(['absent', 'late', 'used', 'absent']);
    expect(second.statements.map(({ text }) => text)).toEqual(['맑음', '축제']);
    expect(kma.calls()).toBe(1);
  });

  it('leaves a source alone that refused the key, and tries it again later', async () => {
    let valid = false;
    const kma = play('kma', async () => {
      if (!valid) throw new AuthError('AUTH_002', { provider: 'kma', status: 'code 30' });
      return '맑음';
    });
    const { watch, pass } = open([kma]);

    for (let turn = 0; turn < 300; turn += 1) {
      expect(await stateOf(watch, 'kma')).toEqual({
        id: 'kma',
        mode: 'sandbox',
        state: 'failed',
        code: 'AUTH_002',
      });
    }
    expect(kma.calls()).toBe(1);

    valid = true;
    pass(data.sources.pauseMs.value);
    expect(await stateOf(watch, 'kma')).toMatchObject({ state: 'used' });
  });

  it('asks a source again that was away', async () => {
    let away = true;
    const kma = play('kma', async () => {
      if (away) throw new ProviderError('PROVIDER_006', { provider: 'kma', reason: 'HTTP 500' });
      return '맑음';
    });
    const { watch } = open([kma]);

    expect(await stateOf(watch, 'kma')).toMatchObject({ state: 'failed', code: 'PROVIDER_006' });
    away = false;
    expect(await stateOf(watch, 'kma')).toMatchObject({ state: 'used' });
  });

  it('serves what is stale while a fresh answer is fetched behind it', async () => {
    let turn = 0;
    const kma = play('kma', async () => `${++turn}번째`);
    const freshness = { ...data.sources.freshness, kma: { ...data.sources.freshness.kma, ttlMs: 1 } };
    const { watch } = open([kma], { freshness });
    const text = async () => (await watch.ask(aQuestion())).statements[0]?.text;

    expect(await text()).toBe('1번째');
    await expect.poll(text).toBe('2번째'); // never nothing: the first stands in until the second is there
  });

  it('does not ask whoever forbids keeping what they say, when it will be kept', async () => {
    const naver = play('naver', async () => '라떼', { storable: false });
    const { watch } = open([naver]);

    const { statements, sources } = await watch.ask(aQuestion(), { toKeep: true });

    expect(statements).toEqual([]);
    expect(sources[0]).toEqual({ id: 'naver', mode: 'sandbox', state: 'not_kept' });
    expect(naver.calls()).toBe(0);
    expect((await watch.ask(aQuestion())).statements).toHaveLength(1);
  });

  it('stops at once when nobody wants to know any more', async () => {
    const { watch } = open([play('kma', () => new Promise(() => {}))]);
    const stop = new AbortController();
    const asked = watch.ask(aQuestion(), { signal: stop.signal });
    stop.abort();

    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('would be caught if it asked for every plan', async () => {
    const kma = play('kma', async () => '맑음', {});
    const forgetful: TrendSource = {
      ...kma.source,
      tell: (question) => kma.source.tell(question, (_, load) => load(AbortSignal.abort())),
    };
    const { watch } = open([{ ...kma, source: forgetful }]);

    await Promise.all(Array.from({ length: 50 }, () => watch.ask(aQuestion())));

    expect(kma.calls()).toBe(50);
  });
});
