import type { Mode } from '../schema/primitives.js';

/** `unverified`: the registry did not answer; sign-up must not depend on it. */
export type BusinessStatus = 'active' | 'suspended' | 'closed' | 'unknown' | 'unverified';

export interface BusinessRegistry {
  readonly mode: Mode;
  status(businessNumber: string, signal?: AbortSignal): Promise<BusinessStatus>;
}
