import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine, testStart } from '../testing/open-test-engine.js';

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

  it('refuses a run that an older definition started', async () => {
    const definition = defineTest(async () => null);
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, { ...definition, version: 2 })).rejects.toMatchObject({
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
});
