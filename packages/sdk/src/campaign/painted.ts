import type { Creative } from '../schema/creative.js';

/** Those that a model had a hand in: they are no function of the plan, so whoever agreed to it has not seen them. */
export function paintedAmong(creatives: readonly Creative[]): Creative[] {
  return creatives.filter(({ paintedBy }) => paintedBy !== undefined);
}
