import { Withdrawal } from '../runs/suspension.js';
import type { WorkflowDefinition } from '../runs/workflow.js';
import type { CampaignDeps } from './campaign-deps.js';
import { carryRounds } from './notify-campaign.js';
import { requireCampaign } from './read-status.js';
import { analyzeCampaign } from './settle-campaign.js';

export const lateClaimsDefinition = { name: 'late-claims', version: 1 } as const;

interface LateInput {
  readonly campaignId: string;
  readonly [key: string]: string;
}

/**
 * Tells whoever was promoted after the campaign's own run had ended, reminds them, and ends what they do not claim, as
 * that run did; then everything is counted anew.
 */
export function createLateClaimsWorkflow(deps: CampaignDeps): WorkflowDefinition<LateInput> {
  return {
    ...lateClaimsDefinition,
    async run(context, { campaignId }) {
      const campaign = async () => {
        if (await deps.store.draws.voidOf(campaignId)) throw new Withdrawal();
        return requireCampaign(deps.store, campaignId);
      };
      const run = { context, deps, campaign };
      await context.stage('claim', () => carryRounds(run, 1));
      await context.stage('analyze', () => analyzeCampaign(run));
      return { campaignId };
    },
  };
}
