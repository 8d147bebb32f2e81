import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProviderError } from '../errors/index.js';
import { type Cache, createCache } from './create-cache.js';

let cache: Cache;
const fresh = { ttlMs: 60_000 };
const stale = { ttlMs: 1, graceMs: 60_000 };
const unreachable = new ProviderError('PROVIDER_005', { provider: 'trends', reason: 'ECONNREFUSED' });

beforeEach(() => {
  cache = createCache();
});
afterEach(() => cache.close());

/** Puts a value in and lets its TTL pass. */
async function leaveStale(key: string, value: string): Promise<void> {
  await cache.get(key, async () => value, stale);
  await sleep(3);
}

/** Fifty readers at once, through anything that reads. */
async function loadsForFifty(read: (load: () => Promise<string>) => Promise<string>): Promise<number> {
  const load = vi.fn(async () => {
    await sleep(5);
    return 'new';
  });
  await Promise.all(Array.from({ length: 50 }, () => read(load)));
  return load.mock.calls.length;
}

describe('cache', () => {
  it('loads once for fifty callers at once', async () => {
    expect(await loadsForFifty((load) => cache.get('key', load, fresh))).toBe(1);
    expect(cache.stats()).toEqual({ hits: 49, misses: 1 });
  });

  it('would be caught loading for each of them', async () => {
    const values = new Map<string, string>();
    const naive = async (load: () => Promise<string>) => {
      const value = values.get('key') ?? (await load());
      values.set('key', value);
      return value;
    };

    expect(await loadsForFifty(naive)).toBe(50);
  });

  it('fails once for fifty callers at once, with the very error of the load', async () => {
    const load = vi.fn(async () => Promise.reject(unreachable));

    const results = await Promise.allSettled(Array.from({ length: 50 }, () => cache.get('key', load, fresh)));

    expect(load).toHaveBeenCalledTimes(1);
    expect(results.every((result) => result.status === 'rejected' && result.reason === unreachable)).toBe(
      true,
    );
  });

  it('does not keep a failure', async () => {
    await cache.get('key', async () => Promise.reject(unreachable), fresh).catch(() => {});

    await expect(cache.get('key', async () => 'new', fresh)).resolves.toBe('new');
  });

  it('serves a fresh value without a load', async () => {
    const load = vi.fn(async () => new Date(0));
    await cache.get('key', load, fresh);

    await expect(cache.get('key', load, fresh)).resolves.toEqual(new Date(0));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('loads again after the TTL when there is no grace', async () => {
    await cache.get('key', async () => 'old', { ttlMs: 1 });
    await sleep(3);

    await expect(cache.get('key', async () => 'new', { ttlMs: 1 })).resolves.toBe('new');
  });

  it('serves a stale value at once and refreshes it behind', async () => {
    await leaveStale('key', 'old');

    await expect(cache.get('key', async () => 'new', { ...stale, ttlMs: 60_000 })).resolves.toBe('old');

    await expect.poll(() => cache.get('key', async () => 'newer', fresh), { interval: 2 }).toBe('new');
  });

  it('waits for a fresh value up to the soft timeout', async () => {
    await leaveStale('key', 'old');
    const soft = { ...stale, ttlMs: 60_000, softTimeoutMs: 50 };

    await expect(cache.get('key', async () => 'new', soft)).resolves.toBe('new');
  });

  it('serves the stale value past the soft timeout and stores the late one', async () => {
    await leaveStale('key', 'old');
    const soft = { ...stale, ttlMs: 60_000, softTimeoutMs: 5 };
    const late = () => sleep(25, 'late');

    await expect(cache.get('key', late, soft)).resolves.toBe('old');

    await sleep(40);
    await expect(cache.get('key', async () => 'newer', soft)).resolves.toBe('late');
  });

  it.each([0, 50])(
    'serves the stale value when the source fails, soft timeout %i ms',
    async (softTimeoutMs) => {
      await leaveStale('key', 'old');

      const value = cache.get('key', async () => Promise.reject(unreachable), { ...stale, softTimeoutMs });

      await expect(value).resolves.toBe('old');
    },
  );

  it('does not serve a value past its grace', async () => {
    const brief = { ttlMs: 1, graceMs: 1 };
    await cache.get('key', async () => 'old', brief);
    await sleep(5);

    await expect(cache.get('key', async () => Promise.reject(unreachable), brief)).rejects.toBe(unreachable);
  });

  it('counts grace from the end of the TTL', async () => {
    const longer = { ttlMs: 30, graceMs: 25, softTimeoutMs: 50 };
    await cache.get('key', async () => 'old', longer);
    await sleep(40);

    await expect(cache.get('key', async () => Promise.reject(unreachable), longer)).resolves.toBe('old');
  });

  it('forgets what is deleted', async () => {
    await cache.get('key', async () => 'old', fresh);

    await cache.delete('key');

    await expect(cache.get('key', async () => 'new', fresh)).resolves.toBe('new');
  });

  it('keeps no more than it may', async () => {
    const small = createCache({ maxItems: 2 });
    for (const key of ['a', 'b', 'c']) await small.get(key, async () => key, fresh);

    await expect(small.get('a', async () => 'loaded again', fresh)).resolves.toBe('loaded again');
    await small.close();
  });

  it('aborts loads under way when it is closed, and starts none after', async () => {
    const load = vi.fn(
      (signal: AbortSignal) =>
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const reading = cache.get('key', load, fresh).catch((error: unknown) => error);
    await expect.poll(() => load, { interval: 1 }).toHaveBeenCalled();

    await cache.close();

    expect(await reading).toMatchObject({ name: 'AbortError' });
    await expect(cache.get('other', load, fresh)).rejects.toMatchObject({ name: 'AbortError' });
    expect(load).toHaveBeenCalledTimes(1);
  });
});
