import type { Store } from '../../store/store.js';

/** One promise of every store. A broken store must fail at least one. */
export interface StoreCase {
  readonly name: string;
  /** @param store - Empty but for what the case adds. Rejects when the promise is broken. */
  readonly check: (store: Store) => Promise<void>;
}

/** Matches an error by its code. */
export const withCode = (code: string) => ({ code });
