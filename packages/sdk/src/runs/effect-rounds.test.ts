import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine } from '../testing/open-test-engine.js';
import type { EffectSpec, Sending } from './workflow.js';

const refused = () => new ProviderError('PROVIDER_001', { provider: 'p', reason: 'spam' });
const lost = () => new ProviderError('PROVIDER_006', { provider: 'p', reason: 'reset' });
const unreachable = () => new ProviderError('PROVIDER_005', { provider: 'p', reason: 'ECONNREFUSED' });
const hourMs = 3_600_000;

/** An effect that is prepared before it is sent; fails with each error in turn, then succeeds. */
function prepared(errors: readonly Error[], over: Partial<EffectSpec<string>> = {}) {
  const rest = [...errors];
  const sendings: Sending[] = [];
  let prepared = 0;
  const options = { again: false };
  const definition = defineTest(async (context) => {
    const result = await context.effect<string>('publish', {
      idempotency: 'keyed',
      request: { text: 'hello' },
      prepare: async () => `container-${++prepared}`,
      async send(sending) {
        sendings.push(sending);
        const error = rest.shift();
        if (error) throw error;
        return sending.handle ?? 'none';
      },
      ...over,
      again: options.again,
    });
    context.gate('success', result.state === 'acked');
    return result;
  });
  return { definition, sendings, options, prepared: () => prepared };
}

describe('what an effect is prepared with', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => test.close());

  it('is written down with the intent, before anything is sent', async () => {
    let seen: unknown;
    const { definition } = prepared([], {
      async send() {
        seen = await test.journal.effect('run-1', 'publish');
        return 'done';
      },
    });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);

    expect(seen).toMatchObject({ state: 'intent', handle: 'container-1', round: 1 });
  });

  it('is sent again as it was while the outcome is in doubt, however old it is', async () => {
    const { definition, sendings, prepared: made } = prepared([lost(), lost()], { handleLifeMs: 1 });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    test.pass(hourMs);
    await test.engine.advance(id, definition);

    expect(new Set(sendings.map((sending) => JSON.stringify(sending))).size).toBe(1);
    expect(made()).toBe(1);
  });

  it('is made anew once it is too old and was certainly not sent', async () => {
    const { definition, sendings } = prepared([unreachable(), unreachable()], { handleLifeMs: 2 * hourMs });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    test.pass(hourMs);
    await test.engine.advance(id, definition);
    test.pass(hourMs);
    await test.engine.advance(id, definition);

    expect(sendings.map(({ handle }) => handle)).toEqual(['container-1', 'container-1', 'container-2']);
    expect(sendings[2]?.at.getTime()).toBe((sendings[0]?.at.getTime() ?? 0) + 2 * hourMs);
  });

  it('leaves the effect unsent, without a trace of an intent, when it cannot be made', async () => {
    const { definition, sendings } = prepared([], {
      prepare: () => Promise.reject(unreachable()),
    });
    const { id } = await test.begin(definition);

    const run = await test.engine.advance(id, definition);

    expect(run).toMatchObject({ state: 'waiting', waitingFor: 'success' });
    expect(await test.journal.effect(id, 'publish')).toBeUndefined();
    expect(sendings).toEqual([]);
  });
});

describe('an effect that was refused for good', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => test.close());

  it('is not sent again by a resume', async () => {
    const { definition, sendings } = prepared([refused()]);
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    await test.engine.advance(id, definition);

    expect(sendings).toHaveLength(1);
  });

  it('is sent again under another reference, newly prepared, when a person asks for it', async () => {
    const { definition, sendings, options } = prepared([refused()]);
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    options.again = true;
    const run = await test.engine.advance(id, definition);

    expect(run.result).toEqual({ state: 'acked', value: 'container-2' });
    expect(sendings.map(({ handle }) => handle)).toEqual(['container-1', 'container-2']);
    expect(sendings[1]?.reference).not.toBe(sendings[0]?.reference);
    expect(await test.journal.effect(id, 'publish')).toMatchObject({ round: 2, attempts: 2 });
  });

  it('keeps its reference when it was only put off', async () => {
    const busy = new ProviderError('PROVIDER_002', { provider: 'p', status: 429 });
    const { definition, sendings, options } = prepared([busy]);
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    options.again = true;
    await test.engine.advance(id, definition);

    expect(new Set(sendings.map(({ reference }) => reference)).size).toBe(1);
  });
});
