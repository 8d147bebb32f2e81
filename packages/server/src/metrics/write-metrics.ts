import { type KtEvent, openTimeMs, type ProviderHealth, type StateCounts } from '@kt-event/sdk';
import { Counter, Gauge, Registry } from 'prom-client';

export interface MetricsInput {
  readonly providers: readonly ProviderHealth[];
  readonly counts: StateCounts;
  /** Plans of this process that came from memory, and those that did not. */
  readonly plans: { readonly hits: number; readonly misses: number };
  /** Answers about trends, by their source: likewise. */
  readonly trends: Readonly<ReturnType<KtEvent['trendCache']>>;
  readonly now: Date;
}

export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

const states = ['closed', 'open', 'half_open'] as const;

/**
 * Figures in the text format of Prometheus, version 0.0.4. Labels are names of adapters and fixed words: nothing of a
 * campaign or a person. Each page has a registry of its own, filled at once, so that two that are written at the same
 * time cannot mix and nothing outlives them.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function writeMetrics(input: MetricsInput): Promise<MetricsPage> {
  const { providers, counts, plans, trends, now } = input;
  const registry = new Registry();
  addStates(registry, counts);
  addPlans(registry, plans);
  addTrends(registry, trends);
  addCircuits(registry, { providers, now });
  addCalls(
    registry,
    providers.filter(({ countedHere }) => countedHere), // those of another process are that one's to tell
  );
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** Of the whole store, whoever asks: servers on one store say the same. */
function addStates(registry: Registry, { runs, publications, turnedAway }: StateCounts): void {
  const ofRuns = new Gauge({
    name: 'kt_event_runs',
    help: 'Runs in a state, of all processes on this store.',
    labelNames: ['state'],
    registers: [registry],
  });
  const ofPublications = new Gauge({
    name: 'kt_event_publications',
    help: 'Publications of a channel in a state, rehearsals included. None, where no line is.',
    labelNames: ['channel', 'state'],
    registers: [registry],
  });
  const ofTurnedAway = new Counter({
    name: 'kt_event_turned_away_total',
    help: 'Requests for entries that were turned away before they were looked at, by what.',
    labelNames: ['kind'],
    registers: [registry],
  });
  for (const [kind, count] of Object.entries(turnedAway)) ofTurnedAway.inc({ kind }, count);
  for (const [state, count] of Object.entries(runs)) ofRuns.set({ state }, count);
  for (const { channel, state, count } of publications) ofPublications.set({ channel, state }, count);
}

function addPlans(registry: Registry, { hits, misses }: MetricsInput['plans']): void {
  const reads = new Counter({
    name: 'kt_event_plan_cache_reads_total',
    help: 'Plans that were asked of this process: from memory, or made with text models.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  reads.inc({ outcome: 'hit' }, hits);
  reads.inc({ outcome: 'miss' }, misses);
}

function addTrends(registry: Registry, trends: MetricsInput['trends']): void {
  const reads = new Counter({
    name: 'kt_event_trend_cache_reads_total',
    help: 'Questions about trends that were asked of this process: answered from memory, or by the source.',
    labelNames: ['source', 'outcome'],
    registers: [registry],
  });
  for (const { source, hits, misses } of trends) {
    reads.inc({ source, outcome: 'hit' }, hits);
    reads.inc({ source, outcome: 'miss' }, misses);
  }
}

function addCircuits(registry: Registry, { providers, now }: Pick<MetricsInput, 'providers' | 'now'>): void {
  const state = new Gauge({
    name: 'kt_event_provider_circuit_state',
    help: '1 for the state the circuit of a provider is in, as the process that knew last has told; 0 for the others.',
    labelNames: ['provider', 'state'],
    registers: [registry],
  });
  const openSeconds = new Gauge({
    name: 'kt_event_provider_circuit_open_seconds',
    help: 'Seconds since a provider was first paused, failed trial calls included; 0 while its circuit is closed.',
    labelNames: ['provider'],
    registers: [registry],
  });
  for (const health of providers) {
    const { provider } = health;
    for (const each of states) state.set({ provider, state: each }, each === health.state ? 1 : 0);
    openSeconds.set({ provider }, openTimeMs(health, now) / 1_000);
  }
}

function addCalls(registry: Registry, providers: readonly ProviderHealth[]): void {
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const calls = counter(
    'kt_event_provider_calls_total',
    'Calls of this process that ended, whatever their retries. Failed ones include those a pause refused.',
    ['provider', 'outcome'],
  );
  const retries = counter('kt_event_provider_retries_total', 'Attempts after the first of a call.', [
    'provider',
  ]);
  const shortCircuited = counter(
    'kt_event_provider_short_circuited_total',
    'Calls that were not sent because the provider was paused.',
    ['provider'],
  );
  for (const { provider, counts } of providers) {
    calls.inc({ provider, outcome: 'answered' }, counts.answered);
    calls.inc({ provider, outcome: 'failed' }, counts.failed);
    retries.inc({ provider }, counts.retries);
    shortCircuited.inc({ provider }, counts.shortCircuited);
  }
}
