import { expect, vi } from 'vitest';
import { AuthError } from '../errors/index.js';
import type { PolicyOptions } from '../resilience/policy-options.js';
import type { Policy } from '../resilience/policy-type.js';
import { busy, failing, lost, provider, refused, unreachable, untilAborted } from './calls.js';

export type CreatePolicy = (options: PolicyOptions) => Policy;

/** Nothing waits, and the breaker is out of the way until a test lowers `minimumCalls`. */
export const policyOptions: PolicyOptions = {
  name: provider,
  concurrency: 4,
  retries: 2,
  timeoutMs: 1_000,
  backoffMs: 100,
  minimumCalls: 50,
  random: () => 0.5,
  sleep: async () => {},
};

const code = (expected: string) => expect.objectContaining({ code: expected });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

/** What any policy must do, so that a broken one can be put to the same test. */
export const policyPromises = {
  'retries what was not sent': async (create) => {
    const call = failing(unreachable(), unreachable());

    await expect(create(policyOptions)(call)).resolves.toBe('ok');
    expect(call).toHaveBeenCalledTimes(3);
  },

  'gives the last error when the retries are used up': async (create) => {
    const call = failing(unreachable(), unreachable(), unreachable(), unreachable());

    await expect(create(policyOptions)(call)).rejects.toEqual(code('PROVIDER_005'));
    expect(call).toHaveBeenCalledTimes(3);
  },

  'does not repeat a write in doubt': async (create) => {
    const call = failing(lost());

    await expect(create(policyOptions)(call)).rejects.toEqual(code('PROVIDER_006'));
    expect(call).toHaveBeenCalledTimes(1);
  },

  'repeats what is harmless to repeat': async (create) => {
    const call = failing(lost(), lost());

    await expect(create(policyOptions)(call, { repeatable: true })).resolves.toBe('ok');
  },

  'keeps a doubt that later attempts did not settle': async (create) => {
    const policy = create(policyOptions);
    const repeat = (...errors: Error[]) => policy(failing(...errors), { repeatable: true });

    await expect(repeat(lost(), unreachable(), unreachable())).rejects.toEqual(code('PROVIDER_006'));
    await expect(repeat(lost(), busy(999_999_999))).rejects.toEqual(code('PROVIDER_006'));
    await expect(repeat(lost(), refused())).rejects.toEqual(code('PROVIDER_001'));
  },

  'does not repeat a refusal, a wrong key or a bug': async (create) => {
    const calls = [refused(), new AuthError('AUTH_002', { provider, status: 401 }), new TypeError('bug')].map(
      (error) => failing(error),
    );
    const policy = create(policyOptions);

    for (const call of calls) {
      await expect(policy(call, { repeatable: true })).rejects.toThrow();
      expect(call).toHaveBeenCalledTimes(1);
    }
  },

  'does not come back earlier than told, nor pay a retry for it': async (create) => {
    const sleep = vi.fn(async (_ms: number) => {});
    const call = failing(busy(5_000), busy(7_000), busy(900_000));

    await expect(create({ ...policyOptions, retries: 0, sleep })(call)).resolves.toBe('ok');
    expect(sleep.mock.calls.map(([ms]) => ms >= 5_000)).toEqual([true, true, true]);
    expect(sleep.mock.calls[2]?.[0]).toBeGreaterThanOrEqual(900_000);
  },

  'does not wait longer than 15 minutes': async (create) => {
    const sleep = vi.fn(async () => {});
    const call = failing(busy(900_001));

    await expect(create({ ...policyOptions, sleep })(call)).rejects.toMatchObject({ retryAfterMs: 900_001 });
    expect(sleep).not.toHaveBeenCalled();
  },

  'is put off five times at most': async (create) => {
    const call = failing(...Array.from({ length: 9 }, () => busy(0)));

    await expect(create(policyOptions)(call)).rejects.toEqual(code('PROVIDER_002'));
    expect(call).toHaveBeenCalledTimes(6);
  },

  'takes a refusal without a time for a failed try': async (create) => {
    const call = failing(busy(), busy(), busy());

    await expect(create(policyOptions)(call)).rejects.toEqual(code('PROVIDER_002'));
    expect(call).toHaveBeenCalledTimes(3);
  },

  'runs no more calls at a time than allowed': async (create) => {
    let active = 0;
    let most = 0;
    const policy = create({ ...policyOptions, concurrency: 3 });
    const call = async () => {
      active += 1;
      most = Math.max(most, active);
      await new Promise((resolve) => setTimeout(resolve, 1));
      active -= 1;
    };

    await Promise.all(Array.from({ length: 20 }, () => policy(call)));

    expect(most).toBe(3);
  },

  'ends an attempt at its deadline even when the call does not listen': async (create) => {
    const deaf = () => new Promise<never>(() => {});

    await expect(create({ ...policyOptions, timeoutMs: 10 })(deaf)).rejects.toEqual(code('PROVIDER_006'));
  },

  'ends the whole call at its budget': async (create) => {
    const policy = create({ ...policyOptions, timeoutMs: 15, budgetMs: 25, retries: 9 });
    const call = vi.fn(untilAborted);

    await expect(policy(call, { repeatable: true })).rejects.toEqual(code('PROVIDER_006'));
    expect(call).toHaveBeenCalledTimes(2);
  },

  'does not start a wait that the budget cannot hold': async (create) => {
    const attempt = create({ ...policyOptions, budgetMs: 1_000 })(failing(busy(2_000)));

    await expect(attempt).rejects.toEqual(code('PROVIDER_002'));
  },

  'lets go of a queued call at once, and never runs it': async (create) => {
    const policy = create({ ...policyOptions, concurrency: 1 });
    const first = new AbortController();
    const second = new AbortController();
    const running = policy(untilAborted, { signal: first.signal });
    const call = failing();
    const queued = policy(call, { signal: second.signal });

    second.abort(new Error('left the queue'));
    await expect(queued).rejects.toThrow('left the queue');
    first.abort(new Error('left the call'));
    await expect(running).rejects.toThrow('left the call');
    await expect(policy(failing())).resolves.toBe('ok');
    expect(call).not.toHaveBeenCalled();
  },

  'leaves a wait at once': async (create) => {
    const controller = new AbortController();
    const sleep = (_ms: number, signal?: AbortSignal) => {
      queueMicrotask(() => controller.abort(new Error('left the wait')));
      return untilAborted(signal ?? controller.signal);
    };
    const call = failing(busy(5_000));

    const attempt = create({ ...policyOptions, sleep })(call, { signal: controller.signal });

    await expect(attempt).rejects.toThrow('left the wait');
    expect(call).toHaveBeenCalledTimes(1);
  },

  'does not repeat a cancelled call, whatever it threw': async (create) => {
    const controller = new AbortController();
    const call = vi.fn(async () => {
      controller.abort();
      throw unreachable();
    });

    await expect(create(policyOptions)(call, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(call).toHaveBeenCalledTimes(1);
  },

  'pauses a provider at half of the calls': async (create) => {
    const policy = create({ ...policyOptions, retries: 0, minimumCalls: 10 });
    const call = vi.fn(async () => 'ok');

    for (let at = 0; at < 5; at += 1) await policy(call);
    for (let at = 0; at < 5; at += 1) await codeOf(policy(failing(unreachable())));

    await expect(policy(call)).rejects.toEqual(code('PROVIDER_003'));
    expect(call).toHaveBeenCalledTimes(5);
  },

  'does not pause a provider for fewer failures, nor for fewer calls': async (create) => {
    const policy = create({ ...policyOptions, retries: 0, minimumCalls: 10 });

    for (let at = 0; at < 6; at += 1) await policy(failing());
    for (let at = 0; at < 5; at += 1) await codeOf(policy(failing(unreachable())));
    const fewer = create({ ...policyOptions, retries: 0, minimumCalls: 10 });
    for (let at = 0; at < 9; at += 1) await codeOf(fewer(failing(unreachable())));

    await expect(policy(failing())).resolves.toBe('ok');
    await expect(fewer(failing())).resolves.toBe('ok');
  },

  'does not pause a provider that is busy or refuses': async (create) => {
    const policy = create({ ...policyOptions, retries: 0, minimumCalls: 5 });

    for (let at = 0; at < 20; at += 1) await codeOf(policy(failing(at % 2 ? refused() : busy(999_999_999))));

    await expect(policy(failing())).resolves.toBe('ok');
  },

  'does not count cancelled calls': async (create) => {
    const policy = create({ ...policyOptions, retries: 0, minimumCalls: 5 });
    const cancelled = async () => {
      const controller = new AbortController();
      const attempt = codeOf(policy(untilAborted, { signal: controller.signal }));
      controller.abort();
      await attempt;
    };

    for (let at = 0; at < 20; at += 1) await cancelled();
    await expect(policy(failing())).resolves.toBe('ok');

    for (let at = 0; at < 4; at += 1) await codeOf(policy(failing(unreachable())));
    await expect(policy(failing())).rejects.toEqual(code('PROVIDER_003'));
  },
} satisfies Record<string, (create: CreatePolicy) => Promise<void>>;
