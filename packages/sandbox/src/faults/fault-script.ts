import type { ProviderName } from '../provider-name.js';
import type { Fault } from './fault.js';

/** Which requests meet a fault, and how often. */
export interface FaultScript {
  readonly provider: ProviderName;
  /** `path` fits when it is the start of the path below the provider's prefix. */
  readonly match?: { readonly method?: string; readonly path?: string };
  readonly fault: Fault;
  /** How often it strikes. @defaultValue 1; without end for brownout, chaos and a `probability` */
  readonly times?: number;
  /** How many fitting requests pass first. @defaultValue 0 */
  readonly after?: number;
  /** Chance that it strikes a request that it could strike, drawn from the seed. @defaultValue 1 */
  readonly probability?: number;
}
