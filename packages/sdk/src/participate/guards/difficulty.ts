import type { Difficulty } from '../../security/proof-of-work.js';

/**
 * Aimed at 400 ms on a phone of the middle class. One try of 2,000 rounds is long enough that calling WebCrypto does not
 * count, and short enough that making a challenge costs the server a millisecond.
 */
const base: Difficulty = { cost: 2_000, tries: 200 };

/** The price doubles with each so many requests a second. Source: bots and cost abuse, `x 2 per 1 k req/s`. */
const stepPerSecond = 1_000;
/** 16 times the price are some seconds on a phone: nobody waits longer. Our own choice. */
const mostDoublings = 4;

export function difficultyAt(perSecond: number): Difficulty {
  const doublings = Math.min(mostDoublings, Math.floor(perSecond / stepPerSecond));
  return { ...base, tries: base.tries * 2 ** doublings };
}
