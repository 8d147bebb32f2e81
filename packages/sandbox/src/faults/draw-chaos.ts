import type { RefusingFault, WorkingFault } from './fault.js';

/**
 * Faults of a bad hour and their share of it in percent. 60 leave the caller in doubt, and in half of
 * those the work was done; 30 say that it was not; 10 are late and nothing else. Our own figures, chosen 2026-11.
 */
export const chaosShares: readonly (readonly [percent: number, fault: RefusingFault | WorkingFault])[] = [
  [15, { kind: 'reset_before' }],
  [15, { kind: 'status', code: 500 }],
  [20, { kind: 'accept_then_drop' }],
  [10, { kind: 'malformed_json' }],
  [15, { kind: 'rate_limit', retryAfter: 1 }],
  [15, { kind: 'unavailable', retryAfter: 1 }],
  [10, { kind: 'latency', ms: 100 }],
];

/** One of them, by its share. `random` is uniform in [0, 1). */
export function drawChaos(random: () => number): RefusingFault | WorkingFault {
  let left = random() * 100;
  for (const [percent, fault] of chaosShares) {
    left -= percent;
    if (left < 0) {
      return fault;
    }
  }
  throw new Error('the shares of chaos make less than 100 percent');
}
