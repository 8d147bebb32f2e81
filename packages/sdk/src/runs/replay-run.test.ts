import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine, testStart } from '../testing/open-test-engine.js';
import { replayRun } from './replay-run.js';
import type { RunContext } from './workflow.js';

type Work = (context: RunContext) => Promise<unknown>;

const send = (context: RunContext, key: string) =>
  context.effect(key, { idempotency: 'keyed', request: { key }, send: async () => key });
const refuse = (context: RunContext, key: string) =>
  context.effect(key, {
    idempotency: 'keyed',
    request: { key },
    send: () => Promise.reject(new ProviderError('PROVIDER_001', { provider: 'p', reason: 'spam' })),
  });

const began: Work = async (context) => {
  const plan = await context.step('plan', async () => 'a plan');
  await context.now('noon');
  await context.all([() => send(context, 'post'), () => refuse(context, 'spot')]);
  await context.sleepUntil('closes', new Date(testStart));
  return context.stage('draw', () => context.step('draw', async () => `${plan}, drawn`));
};

/** Ways a workflow may change, and the key at which its old journals would be left; nothing for those that may stay. */
interface Change {
  readonly name: string;
  readonly work: Work;
  readonly leaves?: string;
}

const toChange = ([name, work, leaves]: readonly [string, Work, string?]): Change =>
  leaves === undefined ? { name, work } : { name, work, leaves };

const changes: readonly (readonly [name: string, work: Work, leaves?: string])[] = [
  ['nothing', began],
  ['a stage has another name', async (context) => renamedStage(context)],
  ['a step is gone', async (context) => void (await context.step('plan', async () => 0))],
  ['an effect is gone', async (context) => void (await send(context, 'post'))],
  ['the branches come in another order', async (context) => swapped(context)],
  ['a result is used in another way', async (context) => `${await context.step('plan', async () => 1)}!`],
  ['an open gate is added', async (context) => context.gate('command', true)],
  ['the request of a settled effect differs', async (context) => otherRequest(context)],
  ['a step has another name', async (context) => context.step('planning', async () => 0), 'planning'],
  ['a step is added before the others', async (context) => addedFirst(context), 'check'],
  ['a step is added after the others', async (context) => addedLast(context), 'thank'],
  ['an effect is added', async (context) => send(context, 'extra'), 'extra'],
  ['an effect has another name', async (context) => send(context, 'post/2'), 'post/2'],
  ['a branch is added', async (context) => context.all([() => send(context, 'blog')]), 'blog'],
  ['a moment is added', async (context) => context.now('evening'), 'evening'],
  ['a wait is added', async (context) => context.sleepUntil('opens', new Date(testStart)), 'opens'],
  ['a closed gate is added', async (context) => context.gate('approval', false), 'approval'],
  ['a step has become an effect', async (context) => send(context, 'plan 2'), 'plan 2'],
  ['an effect has become a step', async (context) => context.step('spot', async () => 1), 'spot'],
  ['a step is split', async (context) => context.step('draw/1', async () => 1), 'draw/1'],
];

const renamedStage: Work = (context) => context.stage('choose', () => context.step('draw', async () => 0));
const swapped: Work = (context) => context.all([() => refuse(context, 'spot'), () => send(context, 'post')]);
const otherRequest: Work = (context) =>
  context.effect('post', { idempotency: 'keyed', request: { other: true }, send: async () => 'x' });
const addedFirst: Work = async (context) => {
  await context.step('check', async () => 0);
  return began(context);
};
const addedLast: Work = async (context) => {
  await began(context);
  return context.step('thank', async () => 0);
};

describe('replaying a finished run', () => {
  let test: TestEngine;
  let runId: string;

  beforeEach(async () => {
    test = await openTestEngine();
    const definition = defineTest(began);
    runId = (await test.begin(definition)).id;
    const run = await test.engine.advance(runId, definition);
    expect(run.state).toBe('ended');
  });
  afterEach(() => test.close());

  it('comes to the same result and writes nothing', async () => {
    const before = await test.journal.find(runId);

    const result = await replayRun(runId, defineTest(began), test.journal);

    expect(result).toBe('a plan, drawn');
    expect(await test.journal.find(runId)).toEqual(before);
  });

  it.each(changes.map(toChange))('judges the code after a change: $name', async ({ work, leaves }) => {
    const executed = await replayRun(runId, defineTest(work), test.journal).then(
      () => undefined,
      (error: { readonly code: string; readonly context: { readonly key: string } }) => error,
    );

    expect(executed && [executed.code, executed.context.key]).toEqual(leaves && ['BUG_004', leaves]);
  });

  it('would be caught executing: a replay that does what is missing changes the world', async () => {
    let executed = 0;
    const work: Work = (context) => context.step('thank', async () => ++executed);

    await expect(replayRun(runId, defineTest(work), test.journal)).rejects.toMatchObject({ code: 'BUG_004' });
    expect(executed).toBe(0);
    await test.engine.start(defineTest(work), {}, { runId: 'run-2', subject: 'test' });
    await test.engine.advance('run-2', defineTest(work));
    expect(executed).toBe(1);
  });
});
