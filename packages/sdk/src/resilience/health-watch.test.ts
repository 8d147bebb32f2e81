import { describe, expect, it, vi } from 'vitest';
import { type CreateHealthWatch, healthPromises } from '../testing/health-promises.js';
import { createHealthWatch } from './health-watch.js';

type Promised = keyof typeof healthPromises;

describe('a watch over the health of providers', () => {
  it.each(Object.entries(healthPromises))('%s', (_, check) => check(createHealthWatch));

  it.each<[string, Promised, CreateHealthWatch]>([
    ['never leaves a pause', 'follows a circuit from closed to open, half open and closed again', stuck],
    ['counts retries as calls', 'counts a call once, whatever its retries', countingRetries],
    [
      'begins a pause anew at each failed trial',
      'counts a pause from its beginning, failed trials included',
      forgetful,
    ],
    ['writes at every call', 'saves at changes of state and at a flush, never for a call', busy],
    ['fails with its store', 'goes on when a record cannot be saved', fragile],
  ])('would be caught if it %s', async (_, promise, broken) => {
    await expect(healthPromises[promise](broken)).rejects.toThrow();
  });

  it('has one provider for each name', () => {
    const { hear, snapshot } = createHealthWatch({ now: () => new Date(0) });

    hear({ type: 'policy:open', name: 'sms', cause: 'PROVIDER_005' });
    hear({ type: 'policy:call', name: 'blog', outcome: 'answered', durationMs: 1 });

    expect(snapshot().map(({ provider, state }) => [provider, state])).toEqual([
      ['sms', 'open'],
      ['blog', 'closed'],
    ]);
  });

  it('tells of changes of state, and survives whoever listens', () => {
    const onChange = vi.fn(() => {
      throw new Error('listener');
    });
    const { hear } = createHealthWatch({ now: () => new Date(0), onChange });

    hear({ type: 'policy:call', name: 'sms', outcome: 'answered', durationMs: 1 });
    hear({ type: 'policy:open', name: 'sms', cause: 'PROVIDER_005' });
    hear({ type: 'policy:halfOpen', name: 'sms' });

    expect(onChange.mock.calls).toMatchObject([[{ state: 'open' }], [{ state: 'half_open' }]]);
  });
});

const stuck: CreateHealthWatch = (options) => {
  const watch = createHealthWatch(options);
  return { ...watch, hear: (event) => event.type !== 'policy:close' && watch.hear(event) };
};

const countingRetries: CreateHealthWatch = (options) => {
  const watch = createHealthWatch(options);
  return {
    ...watch,
    hear(event) {
      watch.hear(event);
      const { type, name } = event;
      if (type === 'policy:retry')
        watch.hear({ ...event, type: 'policy:call', name, outcome: 'failed', durationMs: 0 });
    },
  };
};

const forgetful: CreateHealthWatch = (options) => {
  const watch = createHealthWatch(options);
  const anew = () =>
    watch.snapshot().map((health) => ({ ...health, openSince: health.openSince && health.since }));
  return { ...watch, snapshot: anew };
};

const busy: CreateHealthWatch = (options) => {
  const watch = createHealthWatch(options);
  return {
    ...watch,
    hear(event) {
      watch.hear(event);
      void watch.flush();
    },
  };
};

const fragile: CreateHealthWatch = ({ save, ...options }) => {
  const watch = createHealthWatch(options);
  return {
    ...watch,
    async flush() {
      for (const health of watch.snapshot()) await save?.(health);
    },
  };
};
