import { BugError } from '../errors/index.js';
import type { RunContext } from '../runs/workflow.js';
import type { Campaign } from '../schema/campaign.js';
import type { Plan } from '../schema/plan.js';
import type { CampaignDeps } from './campaign-deps.js';

/** What every part of the workflow works with. */
export interface CampaignRun {
  readonly context: RunContext;
  readonly deps: CampaignDeps;
  /** The campaign as it is now: every part reads it anew. */
  readonly campaign: () => Promise<Campaign>;
}

export type PlannedCampaign = Campaign & { readonly plan: Plan };

/** The campaign as it is now, which the plan stage has given a plan. */
export async function plannedCampaign({ campaign }: Pick<CampaignRun, 'campaign'>): Promise<PlannedCampaign> {
  const current = await campaign();
  if (!current.plan) throw new BugError('BUG_001', { reason: 'a campaign went on without a plan' });
  return { ...current, plan: current.plan };
}
