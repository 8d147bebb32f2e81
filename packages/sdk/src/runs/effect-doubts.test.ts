import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthError, ProviderError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine, testStart } from '../testing/open-test-engine.js';

const lost = () => new ProviderError('PROVIDER_006', { provider: 'p', reason: 'reset' });

describe('effects in doubt', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => test.close());

  it('looks up again after a while what no look-up could tell', async () => {
    let reachable = false;
    let sent = 0;
    const definition = defineTest((context) =>
      context.effect('publish', {
        idempotency: 'lookup',
        request: {},
        async send(): Promise<{ id: string }> {
          sent += 1;
          throw lost();
        },
        async find() {
          if (!reachable) throw lost();
          return { id: 'post-1' };
        },
      }),
    );
    const { id } = await test.begin(definition);

    const parked = await test.engine.advance(id, definition);
    reachable = true;
    const ended = await test.engine.advance(id, definition);

    expect(parked).toMatchObject({ state: 'parked', wakeAt: '2026-12-01T00:00:30.000Z' });
    expect(ended).toMatchObject({ state: 'ended', result: { state: 'acked', value: { id: 'post-1' } } });
    expect(sent).toBe(1);
  });

  it('sends what a look-up does not find once more, and then says that it is not there', async () => {
    let sent = 0;
    const definition = defineTest((context) =>
      context.effect('publish', {
        idempotency: 'lookup',
        request: {},
        async send() {
          sent += 1;
          throw lost();
        },
        find: async () => undefined,
      }),
    );
    const { id } = await test.begin(definition);

    const { result } = await test.engine.advance(id, definition);

    expect(result).toMatchObject({ state: 'not_sent', error: { code: 'PROVIDER_006' } });
    expect(sent).toBe(2);
  });

  it('keeps a doubt that a later attempt does not settle', async () => {
    const answers = [lost(), new ProviderError('PROVIDER_003', { provider: 'p', seconds: 30 })];
    const definition = defineTest((context) =>
      context.effect('publish', {
        idempotency: 'keyed',
        request: {},
        priceKrw: 500,
        async send() {
          const failure = answers.shift();
          if (failure) throw failure;
          return { id: 'post-1' };
        },
      }),
    );
    const { id } = await test.begin(definition);

    const parked = await test.engine.advance(id, definition);
    const doubt = await test.journal.effect(id, 'publish');
    const ended = await test.engine.advance(id, definition);

    expect(parked).toMatchObject({ state: 'parked', wakeAt: '2026-12-01T00:00:30.000Z' });
    expect(doubt).toMatchObject({ state: 'parked', reservedKrw: 500, attempts: 2 });
    expect(ended.result).toEqual({ state: 'acked', value: { id: 'post-1' } });
  });

  it('asks a person in the end about a provider that never answers', async () => {
    const definition = defineTest((context) =>
      context.effect('publish', { idempotency: 'keyed', request: {}, send: () => Promise.reject(lost()) }),
    );
    const { id } = await test.begin(definition);
    let run = await test.engine.advance(id, definition);
    let waitedMs = 0;

    while (run.wakeAt !== undefined) {
      waitedMs += Date.parse(run.wakeAt) - testStart - test.elapsed();
      test.pass(Date.parse(run.wakeAt) - testStart - test.elapsed());
      run = await test.engine.advance(id, definition);
    }

    expect(run).toMatchObject({ state: 'parked', waitingFor: `${id}/publish` });
    expect(waitedMs / 3_600_000).toBeGreaterThan(4);
    expect(waitedMs / 3_600_000).toBeLessThan(24); // as long as a provider remembers a key
  });

  it('sends nothing again under a key that its provider may have forgotten', async () => {
    let sent = 0;
    const definition = defineTest((context) =>
      context.effect('publish', {
        idempotency: 'keyed',
        request: {},
        send: () => {
          sent += 1;
          return Promise.reject(lost());
        },
      }),
    );
    const { id } = await test.begin(definition);
    await test.engine.advance(id, definition);
    const before = sent;
    test.pass(23 * 3_600_000);

    const run = await test.engine.advance(id, definition);

    expect(run).toMatchObject({ state: 'parked' });
    expect(run.wakeAt).toBeUndefined();
    expect(sent).toBe(before);
  });

  it('tries again with renewed credentials', async () => {
    const answers = [new AuthError('AUTH_002', { provider: 'p', status: 401 })];
    const definition = defineTest(async (context) => {
      const result = await context.effect('publish', {
        idempotency: 'none',
        request: {},
        async send() {
          const failure = answers.shift();
          if (failure) throw failure;
          return { id: 'post-1' };
        },
      });
      context.gate('key', result.state === 'acked');
      return result;
    });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);

    expect((await test.engine.advance(id, definition)).result).toMatchObject({ state: 'acked' });
  });
});
