import type { Commitment } from '../schema/draw.js';

/** How many are drawn: all prizes and reserves, but never more than there are entries. */
export function slotCount({ prizes, reserves, entries }: Commitment): number {
  const wanted = prizes.reduce((sum, { qty }) => sum + qty, reserves);
  return Math.min(wanted, entries);
}

/** What is drawn, in order: each prize as often as there are pieces, then `reserve-1`, `reserve-2`… */
export function slotsOf(commitment: Commitment): string[] {
  const slots: string[] = [];
  const count = slotCount(commitment);
  for (const { id, qty } of commitment.prizes) {
    for (let piece = 0; piece < qty && slots.length < count; piece += 1) slots.push(id);
  }
  for (let no = 1; slots.length < count; no += 1) slots.push(`reserve-${no}`);
  return slots;
}
