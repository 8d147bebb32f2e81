import type { Campaign } from '../schema/campaign.js';
import { codeBudgetKrw } from '../schema/code-budget.js';
import { chosenConcept } from '../schema/plan.js';

/** Most that channels and messages of a campaign may cost, won: the budget without its promised prizes and its codes. */
export function spendingCapKrw({ brief, plan }: Campaign): number {
  if (!plan) return 0;
  return Math.max(0, brief.budgetKrw - chosenConcept(plan).cost.prizeKrw - codeBudgetKrw(brief));
}
