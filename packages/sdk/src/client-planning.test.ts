import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault, openSandbox, type ProviderName, type Sandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import type { KtEvent } from './kt-event.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';
import type { ProgressEvent } from './progress-event.js';
import type { Plan } from './schema/plan.js';

const now = () => new Date('2026-11-23T10:00:00+09:00');
const providers: readonly ProviderName[] = ['anthropic', 'openai'];

let root: string;
let sandbox: Sandbox;
const opened: KtEvent[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kt-event-planning-'));
  sandbox = await openSandbox({ now });
});
afterEach(async () => {
  for (const ktEvent of opened.splice(0)) await ktEvent.close();
  await sandbox.close();
  await rm(root, { recursive: true });
});

async function open(planBudgetMs = 9_500): Promise<KtEvent> {
  const environment = sandbox.environment();
  const ktEvent = await openClient({ folder: root, output: root, environment, now, planBudgetMs });
  opened.push(ktEvent);
  return ktEvent;
}

const calls = () => providers.map((name) => sandbox.requests(name).length);
const strike = (provider: ProviderName, fault: Fault, times = 50) =>
  sandbox.addFault({ provider, fault, times });
const statesOf = ({ models = [] }: Plan) => models.map(({ state }) => state);

describe('a plan', () => {
  it('is made by two models at once, and by memory the next time', async () => {
    const ktEvent = await open();

    const first = await ktEvent.plan(aBrief());
    const second = await ktEvent.plan(aBrief());

    expect(statesOf(first)).toEqual(['used', 'used']);
    expect(second).toEqual(first);
    expect(calls()).toEqual([1, 1]);
    expect(ktEvent.planCache()).toEqual({ hits: 1, misses: 1 });
  });

  it('is asked for once when fifty want it at the same time', async () => {
    const ktEvent = await open();

    await Promise.all(Array.from({ length: 50 }, () => ktEvent.plan(aBrief())));

    expect(calls()).toEqual([1, 1]);
  });

  it('is another plan for another question', async () => {
    const ktEvent = await open();
    const trend = { kind: 'trend', text: '따뜻한 라떼', source: '시험', date: '2026-11-20' } as const;

    await ktEvent.plan(aBrief());
    await ktEvent.plan(aBrief(), { trends: [trend] });
    await ktEvent.plan(aBrief({ budgetKrw: 400_000 }));

    expect(calls()).toEqual([3, 3]);
  });

  it('asks nobody when it is to stay offline', async () => {
    const ktEvent = await open();

    const plan = await ktEvent.plan(aBrief(), { offline: true });

    expect(plan.madeBy).toEqual(['knowledge-base']);
    expect(plan.models).toBeUndefined();
    expect(calls()).toEqual([0, 0]);
  });

  it('comes from the knowledge base for whoever cannot wait, while the models go on', async () => {
    for (const name of providers) strike(name, { kind: 'latency', ms: 150 });
    const ktEvent = await open();

    const early = await ktEvent.plan(aBrief(), { withinMs: 1 });
    const late = await ktEvent.plan(aBrief());

    expect(early.madeBy).toEqual(['knowledge-base']);
    expect(statesOf(early)).toEqual(['asking', 'asking']);
    expect(statesOf(late)).toEqual(['used', 'used']);
    expect(calls()).toEqual([1, 1]);
  });

  it.each<[string, Fault]>([
    ['is silent', { kind: 'hang' }],
    ['lets its answer trickle', { kind: 'slow_body', bytesPerSec: 1 }],
    ['answers far too late', { kind: 'latency', ms: 600_000 }],
  ])('does not wait for a model that %s', async (_, fault) => {
    for (const name of providers) {
      sandbox.clearFaults();
      strike(name, fault);
      const ktEvent = await open(400);
      const plan = await ktEvent.plan(aBrief({ name: `${name} 이벤트` }));
      const silent = plan.models?.find(({ provider }) => provider === name);

      expect(silent).toMatchObject({ state: 'failed', code: 'PROVIDER_006' });
      expect(silent?.costKrw).toBeGreaterThan(0); // it may have been billed
      await opened.pop()?.close();
    }
  });

  it('made without a model that failed is not kept: the next one asks again', async () => {
    strike('anthropic', { kind: 'status', code: 400 }, 1);
    const ktEvent = await open();

    const first = await ktEvent.plan(aBrief());
    const second = await ktEvent.plan(aBrief());

    expect(statesOf(first)).toEqual(['failed', 'used']);
    expect(statesOf(second)).toEqual(['used', 'used']);
  });

  it('tells how far both models are', async () => {
    strike('openai', { kind: 'status', code: 400 }, 1);
    const ktEvent = await open();
    const heard: ProgressEvent[] = [];
    ktEvent.on((event) => heard.push(event));

    await ktEvent.plan(aBrief());

    const items = heard.flatMap((event) =>
      event.type === 'stage:item' ? [`${event.item} ${event.state} ${event.note ?? ''}`.trim()] : [],
    );
    expect(items.sort()).toEqual([
      'anthropic/proposal answered',
      'anthropic/proposal asking',
      'openai/copy asking',
      'openai/copy failed PROVIDER_001',
    ]);
  });

  it('is left by whoever cancels it', async () => {
    strike('anthropic', { kind: 'hang' });
    const ktEvent = await open();
    const controller = new AbortController();
    const asked = ktEvent.plan(aBrief(), { signal: controller.signal });
    const leaving = expect(asked).rejects.toThrow('left');
    controller.abort(new Error('left'));
    await leaving;
  });
});
