import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import type { KtEvent } from './kt-event.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';
import type { Brief } from './schema/brief.js';

const now = () => new Date('2026-11-29T10:00:00+09:00');
const location = { lat: 37.5563, lon: 126.9236 };

let root: string;
let sandbox: Sandbox;
let ktEvent: KtEvent;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kt-event-trends-'));
  sandbox = await openSandbox({ now });
  ktEvent = await openClient({ folder: root, output: root, environment: sandbox.environment(), now });
});
afterEach(async () => {
  await ktEvent.close();
  await sandbox.close();
  await rm(root, { recursive: true });
});

const located = (): Brief => {
  const brief = aBrief();
  return { ...brief, store: { ...brief.store, location } };
};
const calls = () => sandbox.requests('naver').length + sandbox.requests('data_go_kr').length;
const modelCalls = () => sandbox.requests('anthropic').length + sandbox.requests('openai').length;

describe('trends in a plan', () => {
  it('come from every source that has a key, and are put before the models as data', async () => {
    const { trends } = await ktEvent.plan(located());

    expect(trends?.sources.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'naver used',
      'kma used',
      'tour used',
      'semas used',
    ]);
    const kinds = new Set(trends?.statements.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['district', 'festival', 'region', 'search', 'season', 'weather']);
    const question = sandbox.requests('anthropic')[0]?.body ?? '';
    expect(question).toContain('검색은▁지난');
    expect(question).toContain('축제');
  });

  it('are gathered without a model where none is wanted, and not at all offline', async () => {
    const asked = await ktEvent.plan(located(), { withoutModels: true });
    const before = calls();
    const offline = await ktEvent.plan(located(), { offline: true });

    expect(asked.trends?.sources.every(({ state }) => state === 'used')).toBe(true);
    expect(modelCalls()).toBe(0);
    expect(offline.trends?.sources.map(({ state }) => state)).toEqual([
      'offline',
      'offline',
      'offline',
      'offline',
    ]);
    expect(calls()).toBe(before);
  });

  it('that say nothing do not stop a plan, and the reason is in it', async () => {
    sandbox.addFault({ provider: 'naver', fault: { kind: 'quota' }, times: 50 });
    sandbox.addFault({ provider: 'data_go_kr', fault: { kind: 'auth_expired' }, times: 50 });

    const { trends, concepts } = await ktEvent.plan(located(), { withoutModels: true });

    expect(concepts).toHaveLength(3);
    expect(trends?.sources.map(({ state, code }) => `${state} ${code}`)).toEqual([
      'failed PROVIDER_001',
      'failed AUTH_002',
      'failed AUTH_002',
      'failed AUTH_002',
    ]);
    expect(trends?.statements.every(({ mode }) => mode === 'local')).toBe(true);
  });

  it('of Naver are in no file: neither in the campaign nor in its journal', async () => {
    const { id } = await ktEvent.create(located());
    await ktEvent.plan(located());
    const { campaign } = await ktEvent.advance(id, { until: 'plan' });
    await ktEvent.close();

    expect(campaign.plan?.trends?.sources[0]).toEqual({ id: 'naver', mode: 'sandbox', state: 'not_kept' });
    const written = await readFile(join(root, 'kt-event.db'), 'utf8'); // closed: nothing is left beside it
    expect(written).toContain('기상청'); // what may be kept is
    expect(written).not.toContain('검색은 지난');
  });

  it('are asked for ahead, so that the plan that comes asks nobody', async () => {
    await ktEvent.create(aBrief());

    expect(await ktEvent.warmTrends()).toBe(1);
    const before = calls();
    const { trends } = await ktEvent.plan(aBrief(), { withoutModels: true });

    expect(before).toBeGreaterThan(0);
    expect(trends?.sources.map(({ state }) => state)).toEqual(['used', 'used', 'used', 'no_place']);
    expect(calls()).toBe(before);
  });

  it('of three hundred stores are answered from memory four times in five', async () => {
    const trades = ['cafe', 'restaurant', 'salon', 'florist', 'nail', 'bakery'] as const;
    const regions = ['서울 마포구', '서울 강남구', '부산 해운대구', '대구 중구', '제주 서귀포시'];
    const storeOf = (no: number) => {
      const { store } = aBrief();
      const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;
      return { ...store, name: `${no}호점`, industry: pick(trades, no), region: pick(regions, no) };
    };
    for (let no = 0; no < 300; no += 1) {
      await ktEvent.plan({ ...aBrief(), store: storeOf(no) }, { withoutModels: true });
    }

    const counts = ktEvent.trendCache();
    const hits = counts.reduce((sum, one) => sum + one.hits, 0);
    const misses = counts.reduce((sum, one) => sum + one.misses, 0);
    expect(hits + misses).toBe(900);
    expect(hits / (hits + misses)).toBeGreaterThanOrEqual(0.8);
    expect(calls()).toBeLessThan(60);
  });
});
