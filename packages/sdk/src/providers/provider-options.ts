import type { Http } from '../http/http.js';
import type { Policy } from '../resilience/policy-type.js';
import type { Mode } from '../schema/primitives.js';

/** What every adapter of an outside system is made of, beside its credentials. */
export interface ProviderOptions {
  /** Where the provider lives, without a slash at the end. */
  readonly baseUrl: string;
  readonly mode: Mode;
  readonly http: Http;
  /** One per provider, kept as long as the adapter. */
  readonly policy: Policy;
}
