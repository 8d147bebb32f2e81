import { plan } from '../plan/plan.js';
import { dayOf } from '../schema/seoul-time.js';
import type { CampaignRun } from './campaign-run.js';
import { pinModes } from './channel-modes.js';
import { contentHash } from './content-hash.js';
import { refuseErrors } from './judge-phase.js';
import { lessonsFor } from './lessons-for.js';
import { moveCampaign } from './move-campaign.js';

/** Proposes, and refuses to go on with what a rule forbids. */
export async function planCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const { store, knowledge, random } = deps;
  const today = dayOf(await context.now('plan:now'));
  await context.step('plan', async () => {
    const { id, brief, rehearsal } = await campaign();
    const lessons = await lessonsFor(store, brief, rehearsal);
    const proposed = plan({ brief, today, ...lessons, rehearsal }, { knowledge, random });
    refuseErrors(proposed.findings);
    await moveCampaign(store.campaigns, id, 'planned', { plan: proposed });
    return { chosen: proposed.chosen };
  });
  await pinModes(run);
}

/** Waits for a person's yes to exactly this content. */
export async function awaitApproval({ context, deps, campaign }: CampaignRun): Promise<void> {
  const current = await campaign();
  if (current.state === 'planned') {
    context.gate('approval', current.approval?.contentHash === contentHash(current));
  }
  await context.step('approve', async () => {
    await moveCampaign(deps.store.campaigns, current.id, 'approved');
    return { contentHash: contentHash(current) };
  });
}
