import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { isRetryable, ProviderError } from '../errors/index.js';
import { busy, failing, provider, unreachable } from '../testing/calls.js';
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

  it('tells of retries and of pauses', async () => {
    const events: PolicyEvent[] = [];
    const policy = createPolicy({
      ...policyOptions,
      minimumCalls: 2,
      onEvent: (event) => events.push(event),
    });

    await expect(policy(failing(unreachable(), unreachable()))).rejects.toMatchObject({
      code: 'PROVIDER_003',
    });

    expect(events).toEqual([
      { type: 'policy:retry', name: provider, code: 'PROVIDER_005', delayMs: 50 },
      { type: 'policy:open', name: provider },
      { type: 'policy:retry', name: provider, code: 'PROVIDER_005', delayMs: 100 },
    ]);
  });
});

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
