import { dueDays } from '../award/tax-sheet.js';
import type { Knowledge } from '../plan/knowledge.js';
import { prizeTaxKrw, storeTaxKrw } from '../rules/prize-tax.js';
import type { Award } from '../schema/award.js';
import { chosenConcept } from '../schema/plan.js';
import type { PlannedCampaign } from './campaign-run.js';
import { findingsOf, refuseErrors } from './judge-phase.js';

export interface Payout {
  /** About to be handed over, with those of the same person before it. */
  readonly awards: readonly Award[];
  /** What the tax office must be told is there, or the store has dealt with it on its own. */
  readonly papers: boolean;
}

interface JudgeDeps {
  readonly knowledge: Knowledge;
  readonly now: () => Date;
}

/**
 * Judges a prize before it leaves the store's hands: what is taxed is withheld first.
 *
 * @throws UserError `USER_003`
 */
export function judgePayout(campaign: PlannedCampaign, { awards, papers }: Payout, deps: JudgeDeps): void {
  const law = deps.knowledge.prizeTax;
  const { payBy } = dueDays(deps.now().toISOString(), law);
  const taxOf = campaign.brief.taxBearer === 'store' ? storeTaxKrw : prizeTaxKrw;
  const { prizes } = chosenConcept(campaign.plan);
  const payouts = awards.map(({ entryId, prizeId }) => {
    const valueKrw = prizes.find(({ id }) => id === prizeId)?.valueKrw ?? 0;
    return {
      personKey: entryId,
      valueKrw,
      withheldKrw: papers ? taxOf(valueKrw, law) : 0,
      papers,
      payBy,
    };
  });
  refuseErrors(findingsOf(campaign, 'payout', { payouts }, deps));
}
