import type { StoreSettings } from './compose-store.js';
import type { KtEventOptions } from './options.js';
import type { RandomBytes } from './security/random-bytes.js';
import type { Store } from './store/store.js';

/** Options whose absence says something, or whose default is made late. */
type Chosen = 'http' | 'films' | 'renderer' | 'templates';

/** The options with every default filled in, and the sources of chance and time. */
export interface PartsOptions extends Required<Omit<KtEventOptions, Chosen>>, Pick<KtEventOptions, Chosen> {
  readonly newId: () => string;
  readonly randomBytes: RandomBytes;
  readonly random: () => number;
  readonly elapsedMs: () => number;
  /** Deadline of the text models of one plan. */
  readonly planBudgetMs: number;
  readonly openStore: (settings: StoreSettings) => Promise<Store>;
}
