import { setTimeout as wait } from 'node:timers/promises';
import { type Cache, createCache } from './cache/create-cache.js';
import { KtEventError, toKtEventError } from './errors/index.js';
import type { TrendData } from './providers/trend-data.js';
import type { Remember, TrendQuestion, TrendSource } from './providers/trend-source.js';
import { abortable } from './resilience/abortable.js';
import {
  type TrendSourceId,
  type TrendSourceState,
  type Trends,
  trendSourceIdSchema,
} from './schema/trend.js';

export interface TrendWatchOptions {
  /** Those that have a key. */
  readonly sources: readonly TrendSource[];
  readonly data: TrendData['sources'];
  readonly elapsedMs: () => number;
}

interface AskOptions {
  /** What is told will be written down: a source whose terms forbid that is left out. @defaultValue false */
  readonly toKeep?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CacheCount {
  readonly source: TrendSourceId;
  readonly hits: number;
  readonly misses: number;
}

/** Asks all sources at once, remembers what they say, and never lets a plan wait for them for long. */
export interface TrendWatch {
  /** Never rejects for what a source does: that is told in its state. */
  ask(question: TrendQuestion, options?: AskOptions): Promise<Trends>;
  /** What is said when nobody is asked. */
  unasked(state: 'offline' | 'late'): Trends;
  /** Whether anybody could be asked. */
  readonly listens: boolean;
  counts(): CacheCount[];
  close(): Promise<void>;
}

interface Heard {
  readonly state: TrendSourceState;
  readonly statements: Trends['statements'];
}

/** One source with what it has said, and with why it is left alone for now. */
interface Desk {
  readonly source: TrendSource;
  readonly cache: Cache;
  refusal?: { readonly untilMs: number; readonly code: string };
}

export function createTrendWatch({ sources, data, elapsedMs }: TrendWatchOptions): TrendWatch {
  const desks = sources.map((source): Desk => ({ source, cache: createCache() }));

  async function hear(desk: Desk, question: TrendQuestion): Promise<Heard> {
    const { source, refusal } = desk;
    const { id, mode } = source;
    if (refusal && refusal.untilMs > elapsedMs()) {
      return silent({ id, mode, state: 'failed', code: refusal.code });
    }
    try {
      const statements = [...(await source.tell(question, rememberIn(desk.cache, data.freshness[id])))];
      return { state: { id, mode, state: statements.length > 0 ? 'used' : 'nothing' }, statements };
    } catch (error) {
      const { code } = toKtEventError(error);
      if (isRefusal(error)) desk.refusal = { untilMs: elapsedMs() + data.pauseMs.value, code };
      return silent({ id, mode, state: 'failed', code });
    }
  }

  /** Of every source there is, with or without a key. */
  const ofEach = <T>(tell: (id: TrendSourceId, desk: Desk | undefined) => T): T[] =>
    trendSourceIdSchema.options.map((id) =>
      tell(
        id,
        desks.find(({ source }) => source.id === id),
      ),
    );

  return {
    listens: sources.length > 0,
    async ask(question, { toKeep = false, signal } = {}) {
      const late = new AbortController();
      const soon = wait(data.waitMs.value, undefined, { signal: late.signal }).catch(() => undefined);
      const heard = ofEach((id, desk): Heard | Promise<Heard> => {
        if (!desk) return silent({ id, state: 'absent' });
        const { mode, storable } = desk.source;
        if (toKeep && !storable) return silent({ id, mode, state: 'not_kept' });
        const blind = desk.source.blindTo(question);
        if (blind) return silent({ id, mode, state: blind });
        return Promise.race([hear(desk, question), soon.then(() => silent({ id, mode, state: 'late' }))]);
      });
      try {
        return gathered(await abortable(() => Promise.all(heard), signal));
      } finally {
        late.abort();
      }
    },
    unasked: (state) =>
      gathered(
        ofEach((id, desk) => silent(desk ? { id, mode: desk.source.mode, state } : { id, state: 'absent' })),
      ),
    counts: () => desks.map(({ source, cache }) => ({ source: source.id, ...cache.stats() })),
    async close() {
      await Promise.all(desks.map(({ cache }) => cache.close()));
    },
  };
}

const silent = (state: TrendSourceState): Heard => ({ state, statements: [] });

function gathered(all: readonly Heard[]): Trends {
  return {
    statements: all.flatMap(({ statements }) => statements),
    sources: all.map(({ state }) => state),
  };
}

function rememberIn(
  cache: Cache,
  { ttlMs, graceMs }: TrendData['sources']['freshness'][TrendSourceId],
): Remember {
  return (key, load) => cache.get(key, load, { ttlMs, graceMs });
}

/** Asking the same again would not help: a key that is not accepted, or an allowance that is used up. */
function isRefusal(error: unknown): boolean {
  return KtEventError.is(error) && (error.code === 'AUTH_002' || error.code === 'PROVIDER_001');
}
