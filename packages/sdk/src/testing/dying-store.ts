import type { Store } from '../store/store.js';

/** Which write is the last one, counted from 1, and whether it still reaches the disk. */
export interface Death {
  readonly write: number;
  readonly when: 'before' | 'after';
}

/** What a killed process would have said, had it lived. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface DyingStore {
  readonly store: Store;
  /** `repository.method` of every write that was begun, and the key of a step. */
  readonly writes: readonly string[];
  /** Throws `Killed` from the deadly write on. */
  stopWhenDead(): void;
}

const reads = new Set([
  'find',
  'voidOf',
  'findBySlug',
  'findByKey',
  'byId',
  'bySeq',
  'last',
  'heads',
  'blocks',
  'counts',
  'byCampaign',
  'list',
  'step',
  'effect',
  'effects',
  'publications',
  'findPublications',
  'pendingPublications',
  'countPublications',
  'countByState',
  'notices',
  'report',
  'insights',
  'tally',
  'totals',
  'remainingStock',
  'stock',
  'place',
  'staffLink',
  'findByToken',
  'hasUntold',
  'form',
  'tax',
  'events',
  'holder',
  'read',
  'release',
  'close',
]);

/** A store that a process loses as `kill -9` would take it: from the deadly write on, nothing comes back. */
export function createDyingStore(store: Store, death?: Death): DyingStore {
  const writes: string[] = [];
  let dead = false;

  const stopWhenDead = () => {
    if (dead) throw new Killed();
  };
  const write = async (name: string, call: () => Promise<unknown>) => {
    writes.push(name);
    const isDeadly = writes.length === death?.write;
    if (isDeadly && death.when === 'before') dead = true;
    stopWhenDead();
    const result = await call();
    if (isDeadly) dead = true;
    return result;
  };
  const guarded = async (name: string, isRead: boolean, call: () => Promise<unknown>) => {
    stopWhenDead();
    const result = await (isRead ? call() : write(name, call));
    stopWhenDead(); // also when it died of another write meanwhile
    return result;
  };

  const guard = <Part extends object>(part: Part, name: string): Part =>
    new Proxy(part, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function' || typeof key !== 'string') return method;
        return (...input: unknown[]) =>
          guarded(nameOf(`${name}.${key}`, input), reads.has(key), () =>
            Reflect.apply(method, target, input),
          );
      },
    });

  return {
    writes,
    stopWhenDead,
    store: {
      campaigns: guard(store.campaigns, 'campaigns'),
      entries: guard(store.entries, 'entries'),
      coupons: guard(store.coupons, 'coupons'),
      rush: guard(store.rush, 'rush'),
      entryPages: guard(store.entryPages, 'entryPages'),
      exclusions: guard(store.exclusions, 'exclusions'),
      logs: guard(store.logs, 'logs'),
      anchors: guard(store.anchors, 'anchors'),
      persons: guard(store.persons, 'persons'),
      draws: guard(store.draws, 'draws'),
      outcomes: guard(store.outcomes, 'outcomes'),
      awards: guard(store.awards, 'awards'),
      claims: guard(store.claims, 'claims'),
      guards: guard(store.guards, 'guards'),
      places: guard(store.places, 'places'),
      codes: guard(store.codes, 'codes'),
      health: guard(store.health, 'health'),
      caches: guard(store.caches, 'caches'),
      keys: guard(store.keys, 'keys'),
      audit: guard(store.audit, 'audit'),
      journal: guard(store.journal, 'journal'),
      close: () => store.close(),
    },
  };
}

function nameOf(method: string, [, key]: readonly unknown[]): string {
  return typeof key === 'string' ? `${method} ${key}` : method;
}
