import { expect, vi } from 'vitest';
import { createPolicy } from '../resilience/create-policy.js';
import type { HealthWatch, HealthWatchOptions } from '../resilience/health-watch.js';
import type { PolicyEvent } from '../resilience/policy-event.js';
import { type ProviderHealth, providerHealthSchema } from '../schema/provider-health.js';
import { failing, lost, provider, unreachable } from './calls.js';
import { policyOptions } from './policy-promises.js';

export type CreateHealthWatch = (options: HealthWatchOptions) => HealthWatch;

const answered = { type: 'policy:call', name: provider, outcome: 'answered', durationMs: 1 } as const;
const failed = (code: 'PROVIDER_003' | 'PROVIDER_005' | 'PROVIDER_006') =>
  ({ type: 'policy:call', name: provider, outcome: 'failed', code, durationMs: 1 }) as const;
const opened = { type: 'policy:open', name: provider, cause: 'PROVIDER_005' } as const;
const halfOpened = { type: 'policy:halfOpen', name: provider } as const;
const closed = { type: 'policy:close', name: provider } as const;

const start = Date.parse('2026-12-05T03:00:00Z');
const minute = (no: number) => new Date(start + no * 60_000).toISOString();

/** Hears one event each minute, the first a minute after the start. */
function listen(create: CreateHealthWatch, options: Partial<HealthWatchOptions> = {}) {
  let nowMs = start;
  const watch = create({ now: () => new Date(nowMs), ...options });
  const hear = (...events: readonly PolicyEvent[]): ProviderHealth | undefined => {
    for (const event of events) {
      nowMs += 60_000;
      watch.hear(event);
    }
    return watch.snapshot()[0];
  };
  return { ...watch, hear };
}

/** What any watch must do, so that a broken one can be put to the same test. */
export const healthPromises = {
  'follows a circuit from closed to open, half open and closed again': async (create) => {
    const { hear } = listen(create);
    const states = [answered, opened, halfOpened, closed].map((event) => {
      const health = hear(event);
      return [health?.state, health?.since, health?.openSince];
    });

    expect(states).toEqual([
      ['closed', minute(0), undefined],
      ['open', minute(2), minute(2)],
      ['half_open', minute(3), minute(2)],
      ['closed', minute(4), undefined],
    ]);
  },

  'counts a pause from its beginning, failed trials included': async (create) => {
    const health = listen(create).hear(opened, halfOpened, opened, halfOpened, opened);

    expect(health).toMatchObject({ state: 'open', since: minute(5), openSince: minute(1) });
  },

  'counts a call once, whatever its retries': async (create) => {
    const { hear, snapshot } = create({ now: () => new Date(start) });
    const policy = createPolicy({ ...policyOptions, onEvent: hear });

    await policy(failing(unreachable(), unreachable()));
    await policy(failing(unreachable(), unreachable(), unreachable())).catch(() => {});

    expect(snapshot()).toMatchObject([
      { provider, counts: { calls: 2, answered: 1, failed: 1, retries: 4, shortCircuited: 0 } },
    ]);
  },

  'counts what a pause refused apart, and keeps what caused the pause': async (create) => {
    const { hear, snapshot } = create({ now: () => new Date(start) });
    const policy = createPolicy({ ...policyOptions, retries: 0, minimumCalls: 3, onEvent: hear });
    const call = failing(unreachable(), lost(), lost());

    for (let no = 0; no < 5; no += 1) await policy(call).catch(() => {});

    expect(snapshot()).toMatchObject([
      {
        state: 'open',
        cause: { code: 'PROVIDER_006' },
        failuresInRow: 3,
        counts: { calls: 5, answered: 0, failed: 5, shortCircuited: 2 },
      },
    ]);
  },

  'keeps the last cause when the provider is well again, and forgets the row': async (create) => {
    const health = listen(create).hear(failed('PROVIDER_006'), failed('PROVIDER_005'), answered);

    expect(health).toMatchObject({
      cause: { code: 'PROVIDER_005', at: minute(2) },
      lastSuccessAt: minute(3),
      failuresInRow: 0,
      at: minute(3),
    });
  },

  'does not let a late failure hide what opened the circuit': async (create) => {
    const health = listen(create).hear(opened, failed('PROVIDER_006'), failed('PROVIDER_003'));

    expect(health?.cause).toEqual({ code: 'PROVIDER_005', at: minute(1) });
  },

  'saves at changes of state and at a flush, never for a call': async (create) => {
    const saved: ProviderHealth[] = [];
    const { hear, flush } = listen(create, { save: async (health) => void saved.push(health) });
    const calls = (health: ProviderHealth) => [health.state, health.counts.calls];

    hear(answered, answered, opened, failed('PROVIDER_003'), halfOpened, answered, closed, answered);
    await new Promise(setImmediate);
    const early = saved.map(calls);
    await flush();
    await flush();

    expect(early).toEqual([
      ['open', 2],
      ['half_open', 3],
      ['closed', 4],
    ]);
    expect(saved.slice(early.length).map(calls)).toEqual([['closed', 5]]);
    for (const health of saved) expect(providerHealthSchema.parse(health)).toEqual(health);
  },

  'goes on when a record cannot be saved': async (create) => {
    const save = vi.fn(async () => {
      throw new Error('disk');
    });
    const { hear, flush } = listen(create, { save });

    hear(opened, halfOpened);
    await flush();

    expect(hear(closed)?.state).toBe('closed');
  },
} satisfies Record<string, (create: CreateHealthWatch) => Promise<void>>;
