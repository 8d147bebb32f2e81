import type { Campaign } from '../schema/campaign.js';
import { chosenConcept } from '../schema/plan.js';

/** Most that channels and messages of a campaign may cost, won: the budget without its promised prizes. */
export function spendingCapKrw({ brief, plan }: Campaign): number {
  return plan ? Math.max(0, brief.budgetKrw - chosenConcept(plan).cost.prizeKrw) : 0;
}
