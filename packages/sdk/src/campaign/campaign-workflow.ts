import { UserError } from '../errors/index.js';
import { Withdrawal } from '../runs/suspension.js';
import type { WorkflowDefinition } from '../runs/workflow.js';
import type { CampaignDeps } from './campaign-deps.js';
import type { CampaignRun } from './campaign-run.js';
import { commitCampaign, drawCampaign } from './draw-campaign.js';
import { drawRush } from './draw-rush.js';
import { awaitClaims, notifyCampaign } from './notify-campaign.js';
import { awaitApproval, awaitPaintedApproval, planCampaign } from './plan-campaign.js';
import { distributeCampaign, generateCampaign } from './publish-campaign.js';
import { closeCampaign, openCampaign } from './run-entries.js';
import { analyzeCampaign, learnCampaign } from './settle-campaign.js';
import type { Stage } from './stage.js';

export const campaignDefinition = { name: 'campaign', version: 3 } as const;

interface CampaignInput {
  readonly campaignId: string;
  readonly [key: string]: string;
}

/** The way of a campaign, from brief to insight, as one durable run. */
export function createCampaignWorkflow(deps: CampaignDeps): WorkflowDefinition<CampaignInput> {
  return {
    ...campaignDefinition,
    resumes: [2],
    async run(context, { campaignId }) {
      const campaign = async () => {
        const found = await deps.store.campaigns.find(campaignId);
        if (!found) throw new UserError('USER_002', { what: 'campaign', id: campaignId });
        if (found.state === 'cancelled') throw new Withdrawal();
        return found;
      };
      try {
        await carryOn({ context, deps, campaign });
      } catch (error) {
        await campaign(); // whatever stopped a campaign that has been cancelled meanwhile no longer matters
        throw error;
      }
      return { campaignId };
    },
  };
}

async function carryOn(run: CampaignRun): Promise<void> {
  const stage = staged(run);
  await stage('plan', planCampaign);
  await awaitApproval(run);
  await stage('generate', generateCampaign);
  await awaitPaintedApproval(run);
  await stage('distribute', distributeCampaign);
  await openCampaign(run);
  await drawRush(run);
  await stage('participate', closeCampaign);
  if (await commitCampaign(run)) {
    await stage('draw', drawCampaign);
    await stage('notify', notifyCampaign);
    await stage('claim', awaitClaims);
  }
  await stage('analyze', analyzeCampaign);
  await stage('learn', learnCampaign);
}

/** Names and times a stage, and stops after the one that was asked for. */
function staged(run: CampaignRun) {
  const { context, deps } = run;
  return async (name: Stage, part: (run: CampaignRun) => Promise<void>) => {
    await context.stage(name, () => part(run));
    context.gate('command', deps.until !== name);
  };
}
