import type { Creative } from '../schema/creative.js';

/** Those that a model had a hand in after the plan: they are no function of it, so whoever agreed to it has not seen them. */
export function modelMadeAmong(creatives: readonly Creative[]): Creative[] {
  return creatives.filter(({ paintedBy, writtenBy }) => (paintedBy ?? writtenBy) !== undefined);
}
