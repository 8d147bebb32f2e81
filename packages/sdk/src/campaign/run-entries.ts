import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Schedule } from '../schema/plan.js';
import type { CampaignRun } from './campaign-run.js';
import { moveCampaign } from './move-campaign.js';

export function scheduleOf({ plan, state }: Campaign): Schedule {
  if (!plan) throw new UserError('USER_008', { state, action: 'read the schedule' });
  return plan.schedule;
}

/** Waits for the opening, then lets people in. */
export async function openCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const { id, brief, ...current } = await campaign();
  await context.sleepUntil('opens', new Date(scheduleOf({ id, brief, ...current }).opensAt));
  await context.step('open', async () => {
    const { campaigns, entries } = deps.store;
    if (brief.entry.mechanic === 'first_come') await entries.openStock(id, brief.entry.stock);
    await moveCampaign(campaigns, id, 'open');
    return { mechanic: brief.entry.mechanic };
  });
}

/** Waits for the closing. First-come may have closed itself long before. */
export async function closeCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  await context.sleepUntil('closes', new Date(scheduleOf(current).closesAt));
  await context.step('close', async () => {
    await moveCampaign(deps.store.campaigns, current.id, 'closed');
    return { ...(await deps.store.entries.tally(current.id)) };
  });
}
