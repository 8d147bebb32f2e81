import { setMaxListeners } from 'node:events';
import { BentoCache, bentostore, errors } from 'bentocache';
import { memoryDriver } from 'bentocache/drivers/memory';

export interface CacheOptions {
  /** Entries kept; the one used longest ago goes first. @defaultValue 1_000 */
  readonly maxItems?: number;
}

interface Freshness {
  /** How long a value is served without a thought. */
  readonly ttlMs: number;
  /** How long past that it may stand in for a slow or failing source. @defaultValue 0 */
  readonly graceMs?: number;
  /** How long to wait for a fresh value while a stale one is at hand; then it loads behind. @defaultValue 0 */
  readonly softTimeoutMs?: number;
}

/** Reads answered without a load of their own, and reads that waited for theirs. */
interface CacheStats {
  readonly hits: number;
  readonly misses: number;
}

/** Cache-aside in this process's memory. Callers share the very value: do not change it. */
export interface Cache {
  /**
   * The value under `key`, loaded once however many ask. Never `undefined`: that is no value.
   * Rejects with the very error of `load`, when there is no stale value to serve.
   *
   * @param load - Its signal aborts when the cache is closed, not when one of its callers leaves.
   */
  get<T>(key: string, load: (signal: AbortSignal) => Promise<T>, freshness: Freshness): Promise<T>;
  /** Forgets a value. A load under way is not stopped: what it finds is stored. */
  delete(key: string): Promise<void>;
  stats(): CacheStats;
  /** Aborts the loads under way. A closed cache loads no more. */
  close(): Promise<void>;
}

export function createCache({ maxItems = 1_000 }: CacheOptions = {}): Cache {
  const bento = createBento(maxItems);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // every load under way listens to it
  const loading = new Map<string, Promise<unknown>>();
  let hits = 0;
  let misses = 0;
  bento.on('cache:hit', () => {
    hits += 1;
  });
  bento.on('cache:miss', () => {
    misses += 1;
  });

  return {
    // bentocache lets waiting callers load one after the other when the first load fails: they share it here instead.
    get<T>(key: string, load: (signal: AbortSignal) => Promise<T>, freshness: Freshness): Promise<T> {
      const shared = loading.get(key) as Promise<T> | undefined;
      if (shared !== undefined) {
        hits += 1;
        return shared;
      }
      const factory = async () => {
        closing.signal.throwIfAborted();
        return load(closing.signal);
      };
      const value = read(bento, key, factory, freshness).finally(() => loading.delete(key));
      loading.set(key, value);
      return value;
    },
    async delete(key) {
      await bento.delete({ key });
    },
    stats: () => ({ hits, misses }),
    async close() {
      closing.abort();
      await bento.disconnectAll();
    },
  };
}

function createBento(maxItems: number) {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems, serialize: false }));
  return new BentoCache({ default: 'memory', stores: { memory } });
}

async function read<T>(
  bento: ReturnType<typeof createBento>,
  key: string,
  factory: () => Promise<T>,
  { ttlMs, graceMs = 0, softTimeoutMs = 0 }: Freshness,
): Promise<T> {
  const grace = graceMs > 0 && ttlMs + graceMs; // bentocache counts it from the load, not from the TTL's end
  try {
    return await bento.getOrSet({ key, factory, ttl: ttlMs, grace, timeout: softTimeoutMs });
  } catch (error) {
    throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error;
  }
}
