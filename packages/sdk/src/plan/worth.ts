import type { Brief } from '../schema/brief.js';
import type { Cost } from '../schema/plan.js';
import type { Trade } from './trade.js';

/**
 * What the first purchases of those who enter would leave, less what the concept costs, won. Only whom the objective
 * is after counts: newcomers, regulars, or everybody. To compare concepts of one plan, not to promise anything.
 */
export function worthOf(
  entries: number,
  { totalKrw }: Cost,
  { brief, trade }: { readonly brief: Brief; readonly trade: Trade },
): number {
  return Math.round(entries * perEntryKrw({ brief, trade })) - totalKrw;
}

/** What one entry is expected to leave by a first purchase of those whom the objective is after, won. */
export function perEntryKrw({ brief, trade }: { readonly brief: Brief; readonly trade: Trade }): number {
  const { averageTicketKrw, marginPercent, newSharePercent } = trade;
  const newcomers = newSharePercent.value / 100;
  const shares: Partial<Record<Brief['objective'], number>> = {
    new_customer: newcomers,
    revisit: 1 - newcomers,
  };
  return ((shares[brief.objective] ?? 1) * averageTicketKrw.value * marginPercent.value) / 100;
}
