import type { Brief } from '../schema/brief.js';

/** The mark is left out where somebody has written down why, and that the rule about it does not apply. */
export function isMarkWaived({ waivers = [] }: Pick<Brief, 'waivers'>): boolean {
  return waivers.some(({ rule }) => rule === 'AI-001');
}
