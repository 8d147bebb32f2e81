import { createInclusionProver } from './campaign/prove-inclusion.js';
import type { Parts } from './client-parts.js';
import type { Proving } from './proving.js';

export function proving({ store }: Pick<Parts, 'store'>): Proving {
  return { inclusion: createInclusionProver(store) };
}
