import type { Concept, Cost } from '../schema/plan.js';
import type { Trade } from './trade.js';

export type Outlook = NonNullable<Concept['outlook']>;

/**
 * What a concept may come to: new customers among those who enter, what one of them costs, and how much more must be
 * sold for the campaign to pay for itself. All of it in people and whole won, rounded against the store.
 */
export function outlookOf(
  { totalKrw }: Pick<Cost, 'totalKrw'>,
  expected: Pick<Concept['expectedEntries'], 'low' | 'mid' | 'high'>,
  { newSharePercent, marginPercent, averageTicketKrw }: Trade,
): Outlook {
  const newOf = (entries: number) => Math.floor((entries * newSharePercent.value) / 100);
  const newCustomers = { low: newOf(expected.low), mid: newOf(expected.mid), high: newOf(expected.high) };
  const breakEvenSalesKrw = Math.ceil((totalKrw * 100) / marginPercent.value);
  return {
    newCustomers,
    ...(newCustomers.mid > 0 && { costPerNewCustomerKrw: Math.ceil(totalKrw / newCustomers.mid) }),
    breakEvenSalesKrw,
    breakEvenVisits: Math.ceil(breakEvenSalesKrw / averageTicketKrw.value),
  };
}
