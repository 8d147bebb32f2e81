import type { ProviderHealth } from '../schema/provider-health.js';
import { afterEvent, unheard } from './after-event.js';
import type { PolicyEvent } from './policy-event.js';
import { unbreakable } from './unbreakable.js';

export interface HealthWatchOptions {
  readonly now: () => Date;
  /** Keeps a record for other processes. Called at changes of state and by `flush`. @defaultValue nothing is kept */
  readonly save?: (health: ProviderHealth) => Promise<void>;
  /** Told of each change of state. */
  readonly onChange?: (health: ProviderHealth) => void;
}

export interface HealthWatch {
  /** The `onEvent` of every policy. Their names tell them apart. */
  readonly hear: (event: PolicyEvent) => void;
  /** Every provider that was called since the start, in the order of the first call. */
  snapshot(): ProviderHealth[];
  /** Saves what has happened since the last save. Never rejects: what cannot be saved is left out. */
  flush(): Promise<void>;
}

/**
 * Keeps the health of all providers by listening to their policies. Counters are of this process, since the watch was
 * made. A call costs no write: other processes learn of a change of state, and of the counts with it.
 */
export function createHealthWatch({ now, save, onChange = () => {} }: HealthWatchOptions): HealthWatch {
  const startedAt = now().toISOString();
  const known = new Map<string, ProviderHealth>();
  const unsaved = new Set<string>();
  const tellChange = unbreakable(onChange);
  let saving = Promise.resolve();

  const keep = (health: ProviderHealth) => {
    unsaved.delete(health.provider);
    saving = saving.then(() => save?.(health)).catch(() => {}); // one after another: the last one is the newest
  };

  return {
    hear(event) {
      const { name } = event;
      const before = known.get(name) ?? unheard(name, startedAt);
      const health = afterEvent(before, event, now().toISOString());
      known.set(name, health);
      unsaved.add(name);
      if (health.state === before.state) return;
      keep(health);
      tellChange(health);
    },
    snapshot: () => [...known.values()],
    async flush() {
      for (const health of known.values()) if (unsaved.has(health.provider)) keep(health);
      await saving;
    },
  };
}
