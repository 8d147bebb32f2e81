import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/index.js';
import { defineTest, openTestEngine, type TestEngine } from '../testing/open-test-engine.js';
import type { Idempotency } from './journal.js';

/** An outside system that remembers what it was asked to do, by reference. */
function aProvider() {
  const done = new Map<string, number>();
  return {
    done,
    count: () => [...done.values()].reduce((sum, times) => sum + times, 0),
    act(reference: string) {
      done.set(reference, (done.get(reference) ?? 0) + 1);
    },
  };
}

const effect = (idempotency: Idempotency, fail: () => unknown, provider = aProvider()) => {
  let failing = true;
  const definition = defineTest((context) =>
    context.effect('publish', {
      idempotency,
      request: { text: 'hello' },
      quietMs: 5_000,
      async send({ reference }) {
        const keyed = idempotency === 'keyed' && provider.done.has(reference);
        if (!keyed) provider.act(reference);
        if (failing) {
          failing = false;
          throw fail();
        }
        return { id: 'post-1' };
      },
      find: async ({ reference }) => (provider.done.has(reference) ? { id: 'post-1' } : undefined),
    }),
  );
  return { definition, provider };
};
const lost = () => new ProviderError('PROVIDER_006', { provider: 'p', reason: 'reset' });

describe('effects', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => test.close());

  it.each(['keyed', 'lookup'] as const)(
    'settles a lost answer by itself when the provider is %s',
    async (idempotency) => {
      const { definition, provider } = effect(idempotency, lost);
      const { id } = await test.begin(definition);

      const run = await test.engine.advance(id, definition);

      expect(run.result).toEqual({ state: 'acked', value: { id: 'post-1' } });
      expect(provider.count()).toBe(1);
    },
  );

  it('never looks up within the quiet period', async () => {
    const { definition } = effect('lookup', lost);
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);

    expect(test.elapsed()).toBe(5_000);
  });

  it('parks a lost answer that nothing can tell, until a person does', async () => {
    const { definition, provider } = effect('none', lost);
    const { id } = await test.begin(definition);

    const parked = await test.engine.advance(id, definition);
    const again = await test.engine.advance(id, definition);
    await test.journal.resolve(`${id}/publish`, true);
    const ended = await test.engine.advance(id, definition);

    expect([parked.state, again.state]).toEqual(['parked', 'parked']);
    expect(ended).toMatchObject({ state: 'ended', result: { state: 'confirmed' } });
    expect(provider.count()).toBe(1);
  });

  it('sends again what a person says has not happened', async () => {
    const { definition } = effect('none', lost);
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    await test.journal.resolve(`${id}/publish`, false);
    const ended = await test.engine.advance(id, definition);

    expect(ended.result).toEqual({ state: 'acked', value: { id: 'post-1' } });
  });

  it('catches a ledger that forgets its intent: the seeded bug publishes twice', async () => {
    const careless = test.withJournal({ ...test.journal, effect: async () => undefined });
    const { definition, provider } = effect('none', lost);
    const { id } = await test.begin(definition);

    await careless.advance(id, definition);
    await careless.advance(id, definition);

    expect(provider.count()).toBe(2);
  });

  it('remembers a final refusal and does not ask again', async () => {
    const refused = () => new ProviderError('PROVIDER_001', { provider: 'p', reason: 'spam' });
    const { definition, provider } = effect('lookup', refused);
    const { id } = await test.begin(definition);

    const run = await test.engine.advance(id, definition);

    expect(run.result).toMatchObject({ state: 'rejected', error: { code: 'PROVIDER_001' } });
    expect(await test.journal.effect(id, 'publish')).toMatchObject({ state: 'rejected', round: 1 });
    expect(provider.count()).toBe(1);
  });

  it('tries again at the next resume what was never sent', async () => {
    const outage = () => new ProviderError('PROVIDER_005', { provider: 'p', reason: 'ECONNREFUSED' });
    let open = false;
    let sent = 0;
    const definition = defineTest(async (context) => {
      const result = await context.effect('publish', {
        idempotency: 'none',
        request: {},
        async send() {
          if (!open) throw outage();
          return { no: ++sent };
        },
      });
      context.gate('network', result.state === 'acked');
      return result;
    });
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    open = true;
    const run = await test.engine.advance(id, definition);

    expect(run.result).toEqual({ state: 'acked', value: { no: 1 } });
  });

  it('refuses the same effect with another request', async () => {
    let text = 'one';
    const definition = defineTest((context) =>
      context
        .effect('publish', {
          idempotency: 'keyed',
          request: { text },
          send: () => Promise.reject(new ProviderError('PROVIDER_005', { provider: 'p', reason: 'down' })),
        })
        .then(({ state }) => context.gate('more', state === 'acked')),
    );
    const { id } = await test.begin(definition);

    await test.engine.advance(id, definition);
    text = 'two';

    await expect(test.engine.advance(id, definition)).rejects.toMatchObject({ code: 'BUG_002' });
  });

  it('never spends more than the cap, and goes on without what does not fit', async () => {
    const definition = defineTest((context) =>
      context.all(
        ['a', 'b', 'c'].map(
          (key) => () =>
            context.effect(key, {
              idempotency: 'keyed',
              request: { key },
              priceKrw: 400,
              send: async () => ({ key }),
            }),
        ),
      ),
    );
    const { id } = await test.begin(definition);

    const run = await test.engine.advance(id, definition, { capKrw: 1_000 });

    expect(run.result).toMatchObject([
      { state: 'acked' },
      { state: 'acked' },
      { state: 'not_sent', error: { code: 'USER_017' } },
    ]);
    const effects = await test.journal.effects({ runId: id });
    expect(
      effects.reduce((sum, { reservedKrw, settledKrw }) => sum + reservedKrw + settledKrw, 0),
    ).toBeLessThanOrEqual(1_000);
  });

  it('leaves a cancelled run resumable, with the effect in hand in doubt', async () => {
    const stop = new AbortController();
    const definition = defineTest((context) =>
      context.effect('publish', {
        idempotency: 'none',
        request: {},
        async send(_sending, signal) {
          stop.abort();
          signal.throwIfAborted();
          return {};
        },
      }),
    );
    const { id } = await test.begin(definition);

    await expect(test.engine.advance(id, definition, { signal: stop.signal })).rejects.toMatchObject({
      code: 'USER_011',
    });
    expect(await test.journal.find(id)).toMatchObject({ state: 'queued' });
    expect(await test.journal.effect(id, 'publish')).toMatchObject({ state: 'in_doubt' });
  });
});
