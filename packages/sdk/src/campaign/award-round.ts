import { heirUntil, reminderAt } from '../award/award-calendar.js';
import { nextSendTime } from '../notify/next-send-time.js';
import { Suspension } from '../runs/suspension.js';
import { type Award, isOpen, openStates } from '../schema/award.js';
import type { NoticeKind } from '../schema/notice.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';

/** Who is told what, all at once. Nobody, when every prize has found its end. */
export type AwardRound = {
  readonly kind: NoticeKind;
  readonly nos: readonly number[];
  /** Until when it is worth trying. @defaultValue the first of their deadlines */
  readonly until?: string;
};

/**
 * Looks at what stands now: ends what was not claimed in time, and finds whom to tell. When there is nobody, the run
 * sleeps until there may be. What it changes is true whether or not the run remembers that it was it.
 */
export async function nextRound(run: Pick<CampaignRun, 'deps' | 'campaign'>): Promise<AwardRound> {
  const { store, now } = run.deps;
  const campaign = await plannedCampaign(run);
  const at = now();
  await endUnclaimed(run.deps, campaign, at);
  const awards = await store.awards.list(campaign.id);
  const moments = awards.filter(isOpen).flatMap((award) => momentsOf(award));
  const round = dueRound(awards, at);
  if (round) {
    const morning = nextSendTime(at);
    if (morning > at)
      throw new Suspension('notify', earliest([morning, ...moments.filter((one) => one > at)]));
    return round;
  }
  const next = earliest(moments);
  if (next) throw new Suspension('claims', next);
  return { kind: 'winner', nos: [] };
}

async function endUnclaimed(
  { store }: CampaignRun['deps'],
  { id, plan }: PlannedCampaign,
  at: Date,
): Promise<void> {
  const overdue = (await store.awards.list(id)).filter((award) => isOpen(award) && isOverdue(award, at));
  for (const { no, toldAt } of overdue) {
    await store.awards.forfeit({
      campaignId: id,
      no,
      from: openStates,
      reason: toldAt === undefined ? 'unreachable' : 'no_show',
      at: at.toISOString(),
      heirUntil: heirUntil(plan.schedule, at),
    });
  }
}

function isOverdue({ claimUntil }: Award, at: Date): boolean {
  return claimUntil !== undefined && new Date(claimUntil) <= at;
}

/** News come before reminders. */
function dueRound(awards: readonly Award[], at: Date): AwardRound | undefined {
  const untold = awards.filter(({ state, unreachedAt }) => state === 'drawn' && unreachedAt === undefined);
  if (untold.length > 0) return { kind: 'winner', nos: untold.map(({ no }) => no) };
  const late = awards.filter((award) => (reminderAt(award) ?? never) <= at);
  return late.length > 0 ? { kind: 'reminder', nos: late.map(({ no }) => no) } : undefined;
}

const never = new Date(8.64e15);

function momentsOf(award: Award): Date[] {
  const reminder = reminderAt(award);
  return [...(reminder ? [reminder] : []), ...(award.claimUntil ? [new Date(award.claimUntil)] : [])];
}

function earliest(moments: readonly Date[]): Date | undefined {
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
