import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { isRetryable, ProviderError } from '../errors/index.js';
import { busy, failing, provider, unreachable, untilAborted } from '../testing/calls.js';
import { type CreatePolicy, policyOptions, policyPromises } from '../testing/policy-promises.js';
import { createPolicy } from './create-policy.js';
import type { PolicyEvent } from './policy-event.js';
import type { PolicyOptions } from './policy-options.js';
import type { Policy } from './policy-type.js';

type Promised = keyof typeof policyPromises;

describe('policy', () => {
  it.each(Object.entries(policyPromises))('%s', (_, check) => check(createPolicy));

  it.each<[string, Promised, CreatePolicy]>([
    ['repeats writes in doubt', 'does not repeat a write in doubt', repeatingWrites],
    ['counts cancelled calls', 'does not count cancelled calls', countingCancellations],
    ['comes back too early', 'does not come back earlier than told, nor pay a retry for it', impatient],
    ['has no limit', 'runs no more calls at a time than allowed', unlimited],
  ])('would be caught if it %s', async (_, promise, broken) => {
    await expect(policyPromises[promise](broken)).rejects.toMatchObject({ name: 'AssertionError' });
  });

  it('waits with full jitter: anything from nothing to a doubling bound', async () => {
    const delays = async (random: number) => {
      const sleep = vi.fn(async (_ms: number) => {});
      const call = failing(unreachable(), unreachable(), unreachable());
      await createPolicy({ ...policyOptions, retries: 3, random: () => random, sleep })(call);
      return sleep.mock.calls.map(([ms]) => ms);
    };

    expect(await delays(0)).toEqual([0, 0, 0]);
    expect(await delays(0.5)).toEqual([50, 100, 200]);
  });

  it('waits for 30 s at most of its own accord', async () => {
    const sleep = vi.fn(async (_ms: number) => {});
    const call = failing(...Array.from({ length: 12 }, unreachable));

    await createPolicy({ ...policyOptions, retries: 12, random: () => 1, sleep })(call);

    expect(Math.max(...sleep.mock.calls.map(([ms]) => ms))).toBe(30_000);
  });

  it('hangs many calls on one signal and leaves nothing there, nor a warning', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const { signal } = new AbortController();
    const policy = createPolicy({ ...policyOptions, concurrency: 50 });

    await Promise.all(Array.from({ length: 100 }, () => policy(failing(busy(0)), { signal })));
    await new Promise(setImmediate);

    process.off('warning', warned);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(warned).not.toHaveBeenCalled();
  });

  it('tells of calls, of retries and of pauses, with their causes', async () => {
    const { events, onEvent } = listener();
    const policy = createPolicy({ ...policyOptions, minimumCalls: 2, elapsedMs: () => 7, onEvent });
    const end = { type: 'policy:call', name: provider, durationMs: 0 };

    await policy(failing());
    await expect(policy(failing(unreachable()))).rejects.toMatchObject({ code: 'PROVIDER_003' });
    await expect(policy(failing())).rejects.toMatchObject({ code: 'PROVIDER_003' });

    expect(events).toEqual([
      { ...end, outcome: 'answered' },
      { type: 'policy:open', name: provider, cause: 'PROVIDER_005' },
      { type: 'policy:retry', name: provider, code: 'PROVIDER_005', delayMs: 50 },
      { ...end, outcome: 'failed', code: 'PROVIDER_003' },
      { ...end, outcome: 'failed', code: 'PROVIDER_003' },
    ]);
  });

  it('measures a call from its beginning, waits included', async () => {
    const { events, onEvent } = listener();
    let nowMs = 1_000;
    const sleep = async (ms: number) => {
      nowMs += ms;
    };

    await createPolicy({ ...policyOptions, elapsedMs: () => nowMs, sleep, onEvent })(failing(busy(5_000)));

    expect(events.at(-1)).toMatchObject({ type: 'policy:call', durationMs: 5_050 });
  });

  it('says nothing of a cancelled call', async () => {
    const { events, onEvent } = listener();
    const controller = new AbortController();

    const attempt = createPolicy({ ...policyOptions, onEvent })(untilAborted, { signal: controller.signal });
    controller.abort();

    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
    expect(events).toEqual([]);
  });

  it('is not disturbed by whoever listens', async () => {
    const onEvent = vi.fn(() => {
      throw new TypeError('listener');
    });
    const policy = createPolicy({ ...policyOptions, minimumCalls: 2, retries: 1, onEvent });

    await expect(policy(failing(unreachable()))).resolves.toBe('ok');
    await expect(policy(failing(unreachable(), unreachable()))).rejects.toMatchObject({
      code: 'PROVIDER_003',
    });
    expect(onEvent).toHaveBeenCalled();
  });
});

function listener() {
  const events: PolicyEvent[] = [];
  return { events, onEvent: (event: PolicyEvent) => void events.push(event) };
}

function repeatingWrites(options: PolicyOptions): Policy {
  const policy = createPolicy(options);
  return (call, callOptions) => policy(call, { ...callOptions, repeatable: true });
}

function countingCancellations({ minimumCalls = 0 }: PolicyOptions): Policy {
  let failures = 0;
  return async (call, { signal } = {}) => {
    if (failures >= minimumCalls) throw new ProviderError('PROVIDER_003', { provider, seconds: 30 });
    try {
      return await call(signal ?? new AbortController().signal);
    } catch (error) {
      if (signal?.aborted || isRetryable(error)) failures += 1;
      throw error;
    }
  };
}

function impatient(options: PolicyOptions): Policy {
  return createPolicy({ ...options, sleep: async (ms) => options.sleep?.(ms / 2) });
}

function unlimited(options: PolicyOptions): Policy {
  return createPolicy({ ...options, concurrency: 1_000 });
}
