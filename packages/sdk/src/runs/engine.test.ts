import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError, StoreError, UserError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine, testStart } from '../testing/open-test-engine.js';
import { Suspension, Withdrawal } from './suspension.js';

describe('engine', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => test.close());

  it('does a finished step once, however often the run is taken up', async () => {
    let done = 0;
    let broken = true;
    const definition = defineTest(async (context) => {
      await context.step('first', async () => ({ done: ++done }));
      if (broken) throw new UserError('USER_002', { what: 'x', id: 'y' });
      return context.step('first', async () => ({ done: ++done }));
    });
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'USER_002' });
    broken = false;
    const run = await test.engine.advance(id, definition);

    expect(run).toMatchObject({ state: 'ended', result: { done: 1 } });
    expect(done).toBe(1);
  });

  it('waits until its time and goes on then', async () => {
    const definition = defineTest(async (context) => {
      await context.sleepUntil('later', new Date(testStart + 60_000));
      return 'late';
    });
    const { id } = await test.begin(definition);

    const waiting = await test.engine.advance(id, definition);
    test.pass(60_000);
    const ended = await test.engine.advance(id, definition);

    expect(waiting).toMatchObject({
      state: 'waiting',
      wakeAt: '2026-12-01T00:01:00.000Z',
      waitingFor: 'later',
    });
    expect(ended).toMatchObject({ state: 'ended', result: 'late' });
  });

  it('gives a workflow at resume exactly what JSON kept the first time', async () => {
    const seen: unknown[] = [];
    const definition = defineTest(async (context) => {
      seen.push(
        await context.step('dates', async () => ({ at: new Date(testStart) as never, gone: undefined })),
      );
      context.gate('never', seen.length > 1);
    });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    await test.engine.advance(id, definition);

    expect(seen).toEqual([{ at: '2026-12-01T00:00:00.000Z' }, { at: '2026-12-01T00:00:00.000Z' }]);
  });

  it('lets every branch end before it tells the first failure', async () => {
    const ended: string[] = [];
    const definition = defineTest((context) =>
      context.all([
        async () => {
          throw new UserError('USER_002', { what: 'x', id: 'y' });
        },
        () => context.step('slow', async () => void ended.push('slow') as never),
      ]),
    );
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'USER_002' });
    expect(ended).toEqual(['slow']);
  });

  it('refuses a run that an older definition began, and says which', async () => {
    const definition = defineTest(async () => null);
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, { ...definition, version: 2 })).rejects.toMatchObject({
      code: 'USER_040',
      context: { begun: 'test@1', known: 'test@2' },
    });
    expect(await test.journal.find(id)).toMatchObject({ state: 'queued', fence: 0 });
  });

  it('carries on a run of an older definition that it is known to suit', async () => {
    const definition = defineTest(async (context) => context.step('one', async () => 1));
    const { id } = await test.begin(definition);

    const run = await test.engine.advance(id, { ...definition, version: 2, resumes: [1] });

    expect(run).toMatchObject({ state: 'ended', result: 1 });
  });

  it('refuses a run of another workflow', async () => {
    const definition = defineTest(async () => null);
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, { ...definition, name: 'other' })).rejects.toMatchObject({
      code: 'BUG_003',
    });
  });

  it('lets nobody write who has been overtaken', async () => {
    const definition = defineTest(async () => null);
    const { id } = await test.begin(definition);
    const first = await test.journal.take(id);
    await test.journal.release(id);
    await test.journal.take(id);

    const zombie = test.journal.recordStep({ runId: id, fence: first.fence }, 'late', null);

    await expect(zombie).rejects.toMatchObject({ code: 'STORE_003' });
    await test.journal.release(id);
  });

  it('tries again by itself, ever later, what failed in a way that may pass', async () => {
    const definition = defineTest(() =>
      Promise.reject(new StoreError('STORE_005', { reason: 'SQLITE_FULL' })),
    );
    const { id } = await test.begin(definition);
    const pauses: number[] = [];

    for (let time = 0; time < 3; time += 1) {
      await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'STORE_005' });
      const run = await test.journal.find(id);
      expect(run).toMatchObject({ state: 'waiting', waitingFor: 'retry', error: { code: 'STORE_005' } });
      pauses.push(Date.parse(run?.wakeAt ?? '') - testStart - test.elapsed());
      test.pass(pauses.at(-1) ?? 0);
    }

    expect(pauses).toEqual([30_000, 60_000, 120_000]);
  });

  it('waits at least as long as a provider asked for', async () => {
    const busy = new ProviderError(
      'PROVIDER_002',
      { provider: 'p', status: 429 },
      { retryAfterMs: 7_200_000 },
    );
    const definition = defineTest(() => Promise.reject(busy));
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, definition)).rejects.toBe(busy);

    expect(await test.journal.find(id)).toMatchObject({ wakeAt: '2026-12-01T02:00:00.000Z' });
  });

  it('leaves what will not pass to a person', async () => {
    const definition = defineTest(() => Promise.reject(new TypeError('x is not a function')));
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'BUG_001' });
    const run = await test.journal.find(id);

    expect(run).toMatchObject({ state: 'failed', error: { code: 'BUG_001' } });
    expect(run?.wakeAt).toBeUndefined();
  });

  it('shows what a wait is due to, until it goes on', async () => {
    const late = new ProviderError('PROVIDER_005', { provider: 'drand', reason: 'ENOTFOUND' });
    let there = false;
    const definition = defineTest(async () => {
      if (!there) throw new Suspension('randomness', new Date(testStart + 1_000), late);
      return 'drawn';
    });
    const { id } = await test.begin(definition);

    const waiting = await test.engine.advance(id, definition);
    there = true;
    const ended = await test.engine.advance(id, definition);

    expect(waiting).toMatchObject({ state: 'waiting', error: { code: 'PROVIDER_005' } });
    expect([ended.state, ended.error]).toEqual(['ended', undefined]);
  });

  it.each([
    ['no reason', undefined],
    ['a reason of its own', new Error('closing time')],
    ['a deadline', new DOMException('too late', 'TimeoutError')],
  ])('takes an abort with %s for a cancellation', async (_, reason) => {
    const stop = new AbortController();
    const definition = defineTest((context) =>
      context.step('long', async (signal) => {
        stop.abort(reason);
        signal.throwIfAborted();
        return null;
      }),
    );
    const { id } = await test.begin(definition);

    const attempt = test.engine.advance(id, definition, { signal: stop.signal });

    await expect(attempt).rejects.toMatchObject({ code: 'USER_011' });
    expect(await test.journal.find(id)).toMatchObject({ state: 'queued' });
  });

  it('does nothing for a caller who has left already', async () => {
    let done = 0;
    const definition = defineTest((context) => context.step('first', async () => ++done));
    const { id } = await test.begin(definition);

    const attempt = test.engine.advance(id, definition, { signal: AbortSignal.abort() });

    await expect(attempt).rejects.toMatchObject({ code: 'USER_011' });
    expect(done).toBe(0);
  });

  it('ends a run for good when its subject was withdrawn', async () => {
    const definition = defineTest(() => Promise.reject(new Withdrawal()));
    const { id } = await test.begin(definition);

    expect((await test.engine.advance(id, definition)).state).toBe('cancelled');
    expect((await test.engine.advance(id, definition)).state).toBe('cancelled');
  });

  it('leaves a run that another holds as it is', async () => {
    const definition = defineTest(async () => null);
    const { id } = await test.begin(definition);
    await test.journal.take(id);

    await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'STORE_004' });
    await expect(test.engine.cancel(id)).rejects.toMatchObject({ code: 'STORE_004' });
    expect(await test.journal.find(id)).toMatchObject({ state: 'running', fence: 1 });
  });
});
