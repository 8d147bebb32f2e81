import { describe, expect, it } from 'vitest';
import { aHealthy, aPaused, minutesLater } from '../testing/provider-health.js';
import { writeMetrics } from './write-metrics.js';

const now = minutesLater(2);
const runs = { queued: 0, running: 1, waiting: 4, parked: 0, ended: 2, failed: 0, cancelled: 0 };
const turnedAway = { challenge: 7, honeypot: 1, limit: 0, code: 0, code_limit: 0, code_budget: 0 };
const counts = {
  runs,
  turnedAway,
  publications: [
    { channel: 'genie_tv', state: 'in_review', count: 2 },
    { channel: 'instagram', state: 'published', count: 3 },
  ],
} as const;
const plans = { hits: 3, misses: 1 };
const trends = [{ source: 'kma', hits: 9, misses: 2 }] as const;
const providers = [aHealthy({ provider: 'blog' }), aPaused({ provider: 'kt' })];

/** What a scraper reads: every sample of a name, by its labels. */
async function samples(name: string, input = providers): Promise<Record<string, number>> {
  const { text } = await writeMetrics({ providers: input, counts, plans, trends, now });
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`));
  return Object.fromEntries(
    lines.map((line) => [line.slice(name.length, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('the figures for Prometheus', () => {
  it('say how many plans came from memory', async () => {
    expect(await samples('kt_event_plan_cache_reads_total')).toEqual({
      '{outcome="hit"}': 3,
      '{outcome="miss"}': 1,
    });
  });

  it('say how often a source of trends was answered for from memory', async () => {
    expect(await samples('kt_event_trend_cache_reads_total')).toEqual({
      '{source="kma",outcome="hit"}': 9,
      '{source="kma",outcome="miss"}': 2,
    });
  });

  it('say how many were turned away by what, and nothing of whom', async () => {
    expect(await samples('kt_event_turned_away_total')).toEqual({
      '{kind="challenge"}': 7,
      '{kind="honeypot"}': 1,
      '{kind="limit"}': 0,
      '{kind="code"}': 0,
      '{kind="code_limit"}': 0,
      '{kind="code_budget"}': 0,
    });
  });

  it('say in which state each circuit is, and for how long it has been open', async () => {
    expect(await samples('kt_event_provider_circuit_state')).toEqual({
      '{provider="blog",state="closed"}': 1,
      '{provider="blog",state="open"}': 0,
      '{provider="blog",state="half_open"}': 0,
      '{provider="kt",state="closed"}': 0,
      '{provider="kt",state="open"}': 1,
      '{provider="kt",state="half_open"}': 0,
    });
    expect(await samples('kt_event_provider_circuit_open_seconds')).toEqual({
      '{provider="blog"}': 0,
      '{provider="kt"}': 120,
    });
  });

  it('count calls by their outcome, and retries and refused calls apart', async () => {
    expect(await samples('kt_event_provider_calls_total')).toEqual({
      '{provider="blog",outcome="answered"}': 1,
      '{provider="blog",outcome="failed"}': 0,
      '{provider="kt",outcome="answered"}': 1,
      '{provider="kt",outcome="failed"}': 12,
    });
    expect(await samples('kt_event_provider_retries_total')).toMatchObject({ '{provider="kt"}': 4 });
    expect(await samples('kt_event_provider_short_circuited_total')).toMatchObject({ '{provider="kt"}': 2 });
  });

  it('leave out what another process counted: a counter may only grow', async () => {
    const elsewhere = [aPaused({ provider: 'kt', countedHere: false })];

    expect(await samples('kt_event_provider_calls_total', elsewhere)).toEqual({});
    expect(await samples('kt_event_provider_circuit_open_seconds', elsewhere)).toEqual({
      '{provider="kt"}': 120,
    });
  });

  it('count runs and publications by their state', async () => {
    expect(await samples('kt_event_runs')).toEqual(
      Object.fromEntries(Object.entries(runs).map(([state, count]) => [`{state="${state}"}`, count])),
    );
    expect(await samples('kt_event_publications')).toEqual({
      '{channel="genie_tv",state="in_review"}': 2,
      '{channel="instagram",state="published"}': 3,
    });
  });

  it('do not mix when two ask at once', async () => {
    const [one, other] = await Promise.all([
      writeMetrics({ providers, counts, plans, trends, now }),
      writeMetrics({ providers: [aHealthy({ provider: 'drand' })], counts, plans, trends, now }),
    ]);

    expect(one.text).not.toContain('drand');
    expect(other.text).not.toMatch(/"kt"|"blog"/);
  });
});
