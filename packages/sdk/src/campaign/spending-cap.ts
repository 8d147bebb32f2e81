import type { Campaign } from '../schema/campaign.js';
import { codeBudgetKrw } from '../schema/code-budget.js';
import { chosenConcept } from '../schema/plan.js';

/**
 * Most that a campaign may cost, won. Before there is a plan: what text models may cost. Then all of it, them included:
 * the budget without its promised prizes and its codes.
 */
export function spendingCapKrw({ brief, plan }: Campaign, modelCapKrw: number): number {
  if (!plan) return modelCapKrw;
  return Math.max(0, brief.budgetKrw - chosenConcept(plan).cost.prizeKrw - codeBudgetKrw(brief));
}
