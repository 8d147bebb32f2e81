import type { Brief } from './brief.js';

/** Part of the budget that one-time codes may take when the brief names none. Our own choice. */
const defaultShare = 0.1;

/** Most that the one-time codes of a campaign may cost, won. Nothing where none are sent. */
export function codeBudgetKrw({ budgetKrw, guards }: Pick<Brief, 'budgetKrw' | 'guards'>): number {
  if (!guards?.phoneCode) return 0;
  return guards.codeBudgetKrw ?? Math.floor(budgetKrw * defaultShare);
}
