import { nextSendTime } from '../notify/next-send-time.js';
import { notify } from '../notify/notify.js';
import { Suspension } from '../runs/suspension.js';
import type { Notice } from '../schema/notice.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { mayPass, retryPauseMs } from './retry-time.js';

/** Tells the winners, by day. A campaign is not over while a winner may still be told. */
export async function notifyCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  await context.step('notify', async () => {
    const current = await plannedCampaign({ campaign });
    const at = deps.now(); // of this very attempt: a run that was interrupted by day may go on at night
    await leaveSleeping(deps, current.id, at);
    const { notices, nextAt } = await tell({ context, deps }, current, at);
    const againAt = nextAt ?? tellAgainAt(notices, current, at);
    if (againAt) throw new Suspension('notify', againAt);
    return { told: notices.filter(({ state }) => state === 'sent').length };
  });
}

/** At night what is known about earlier messages stays as it is. */
async function leaveSleeping({ store }: CampaignRun['deps'], campaignId: string, at: Date): Promise<void> {
  const morning = nextSendTime(at);
  if (morning <= at) return;
  const known = await store.outcomes.notices(campaignId);
  if (known.length > 0) throw new Suspension('notify', morning);
}

async function tell(
  { context, deps }: Pick<CampaignRun, 'context' | 'deps'>,
  campaign: PlannedCampaign,
  at: Date,
): Promise<{ readonly notices: readonly Notice[]; readonly nextAt?: Date }> {
  const { store, messenger, openPerson } = deps;
  const { id, slug } = campaign;
  const record = await store.draws.find(id);
  return notify(
    {
      campaign,
      results: record?.transcript?.results ?? [],
      entries: await store.entries.list(id),
      proofUrl: `${deps.publicUrl()}/draws/${slug}`,
      at,
    },
    { messenger, openPerson, run: context, saveNotice: (notice) => store.outcomes.saveNotice(id, notice) },
  );
}

/** As long as a prize can be claimed. Refused credentials wait for a person, so nobody is asked in between. */
function tellAgainAt(
  notices: readonly Notice[],
  { plan }: Pick<PlannedCampaign, 'plan'>,
  at: Date,
): Date | undefined {
  const claimUntil = new Date(plan.schedule.claimUntil);
  if (at >= claimUntil) return undefined;
  const codes = notices.flatMap(({ error }) => error?.code ?? []);
  const retryAt = new Date(at.getTime() + retryPauseMs);
  if (codes.some(mayPass)) return retryAt < claimUntil ? retryAt : claimUntil;
  return codes.some((code) => code.startsWith('AUTH_')) ? claimUntil : undefined;
}
