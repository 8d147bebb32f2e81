import { checkDurable } from './check-durable.js';
import { checkOnce } from './check-once.js';
import { checkOrder } from './check-order.js';
import { checkRepeats } from './check-repeats.js';
import { checkSoldOut } from './check-sold-out.js';
import { checkStock } from './check-stock.js';
import { checkWindow } from './check-window.js';
import type { History, PropertyId, Violation } from './history.js';

const checks: Readonly<Record<PropertyId, (history: History) => Iterable<string>>> = {
  P1: checkOnce,
  P2: checkDurable,
  P3: checkStock,
  P4: checkOrder,
  P5: checkSoldOut,
  P6: checkRepeats,
  P7: checkWindow,
};

/**
 * Judges a recorded history of entries by the seven promises of the entry protocol. People do not depend on each other
 * but in their numbers, so no search over orders is needed: its time grows as that of sorting.
 *
 * @returns every promise that was broken, none for a history without fault.
 */
export function checkHistory(history: History): Violation[] {
  return (Object.entries(checks) as [PropertyId, (typeof checks)[PropertyId]][]).flatMap(
    ([property, check]) => Array.from(check(history), (what) => ({ property, what })),
  );
}
