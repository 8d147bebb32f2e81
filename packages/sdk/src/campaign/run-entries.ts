import { UserError } from '../errors/index.js';
import { Suspension } from '../runs/suspension.js';
import type { Campaign } from '../schema/campaign.js';
import type { Schedule } from '../schema/plan.js';
import type { CampaignRun } from './campaign-run.js';
import { signHead } from './entry-log.js';
import { moveCampaign } from './move-campaign.js';
import { nextTry } from './retry-time.js';

export function scheduleOf({ plan, state }: Campaign): Schedule {
  if (!plan) throw new UserError('USER_008', { state, action: 'read the schedule' });
  return plan.schedule;
}

/** Waits for the opening, then lets people in. */
export async function openCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const current = await campaign();
  const { id, brief } = current;
  await waitFor(run, 'opens', new Date(scheduleOf(current).opensAt));
  await context.step('open', async () => {
    const { campaigns, entries } = deps.store;
    if (brief.entry.mechanic === 'first_come') {
      await entries.openStock(id, brief.entry.stock, rushUntil(brief.entry, deps.now()));
    }
    await moveCampaign(campaigns, id, 'open').catch(async (error: unknown) => {
      // interrupted after it had let people in, and they took all there was
      if ((await campaign()).state !== 'closed') throw error;
    });
    return { mechanic: brief.entry.mechanic };
  });
}

/** Counted from when people could really come in, also when that was late. */
function rushUntil({ rushSeconds }: { readonly rushSeconds?: number | undefined }, openedAt: Date) {
  return rushSeconds === undefined
    ? undefined
    : new Date(openedAt.getTime() + rushSeconds * 1_000).toISOString();
}

/** Waits for the closing. First-come may have closed itself long before. */
export async function closeCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const current = await campaign();
  await waitFor(run, 'closes', new Date(scheduleOf(current).closesAt));
  await context.step('close', async () => {
    if (current.brief.entry.mechanic === 'first_come') await deps.store.coupons.endPeriod(current.id);
    await moveCampaign(deps.store.campaigns, current.id, 'closed');
    await signHead(current.id, deps);
    return { ...(await deps.store.entries.tally(current.id)) };
  });
}

/** Waits for a moment of the schedule; sooner, for a channel that could not take the campaign before. */
async function waitFor(
  { context, deps, campaign }: CampaignRun,
  key: 'opens' | 'closes',
  at: Date,
): Promise<void> {
  const now = deps.now();
  if (now < at) {
    const { journal, outcomes } = deps.store;
    const publications = await outcomes.publications((await campaign()).id);
    const parked = await journal.effects({ runId: context.runId, states: ['parked'] });
    const retryAt = nextTry(publications, parked, now);
    if (retryAt && retryAt < at) throw new Suspension('channels', retryAt);
  }
  await context.sleepUntil(key, at);
}
