import { nextSendTime } from '../notify/next-send-time.js';
import { notify } from '../notify/notify.js';
import { Suspension } from '../runs/suspension.js';
import type { Award } from '../schema/award.js';
import type { Notice } from '../schema/notice.js';
import { claimToken } from '../security/winner-keys.js';
import { signMilestone } from './audit-milestone.js';
import { auditOnce } from './audit-once.js';
import type { AwardRound } from './award-round.js';
import { type CampaignRun, plannedCampaign } from './campaign-run.js';
import { lawfulMessenger } from './lawful-messenger.js';
import { mayPass, retryPauseMs } from './retry-time.js';

/** Tells the people of one round, and remembers of each whether they know. */
export async function tellRound(run: CampaignRun, key: string, round: AwardRound): Promise<void> {
  const { context, deps } = run;
  await context.step(key, async () => {
    const { id } = await plannedCampaign(run);
    const at = deps.now(); // of this very attempt: a run that was interrupted by day may go on at night
    await leaveSleeping(run, id, at);
    const all = await deps.store.awards.list(id);
    const awards = all.filter(({ no }) => round.nos.includes(no));
    const { notices, nextAt } = await tell(run, { key, kind: round.kind, awards, at });
    const againAt = nextAt ?? tellAgainAt(notices, untilOf(round, awards), at);
    if (againAt) throw new Suspension('notify', againAt);
    for (const notice of notices) await remember(deps, round, awards, { notice, campaignId: id });
    const told = notices.filter(({ state }) => state === 'sent').length;
    await signRound(run, { campaignId: id, key, kind: round.kind, told });
    return { told };
  });
}

interface Told extends Pick<AwardRound, 'kind'> {
  readonly campaignId: string;
  readonly key: string;
  readonly told: number;
}

/** How many heard of it, and when, is from now on under the organiser's signature. */
async function signRound(
  { context, deps }: CampaignRun,
  { campaignId, key, kind, told }: Told,
): Promise<void> {
  const record = {
    type: 'NOTICES',
    key: `${context.runId}/${key}`,
    kind,
    told,
    at: deps.now().toISOString(),
  } as const;
  await signMilestone(deps, await auditOnce(deps.store.audit, campaignId, record), 'notices');
}

/** At night what is known about earlier messages stays as it is. */
async function leaveSleeping({ deps }: CampaignRun, campaignId: string, at: Date): Promise<void> {
  const morning = nextSendTime(at);
  if (morning <= at) return;
  const known = await deps.store.outcomes.notices(campaignId);
  if (known.length > 0) throw new Suspension('notify', morning);
}

interface Telling extends Pick<AwardRound, 'kind'> {
  readonly key: string;
  readonly awards: readonly Award[];
  readonly at: Date;
}

async function tell(
  run: CampaignRun,
  telling: Telling,
): Promise<{ readonly notices: readonly Notice[]; readonly nextAt?: Date }> {
  const { context, deps } = run;
  const { store, openPerson, publicUrl } = deps;
  const campaign = await plannedCampaign(run);
  const claimKey = await deps.claimKey();
  return notify(
    {
      ...telling,
      campaign,
      entries: await store.entries.list(campaign.id),
      proofUrl: `${publicUrl()}/draws/${campaign.slug}`,
    },
    {
      messenger: lawfulMessenger(campaign, deps),
      openPerson,
      claimUrl: async ({ no }) => `${publicUrl()}/w/${claimToken(claimKey, campaign.id, no)}`,
      run: context,
      saveNotice: (notice) =>
        telling.kind === 'winner'
          ? store.outcomes.saveNotice(campaign.id, notice)
          : saveFollowUp(deps, campaign.id, telling.kind, notice),
    },
  );
}

/** It belongs to the notice that it follows. */
async function saveFollowUp(
  { store }: CampaignRun['deps'],
  campaignId: string,
  kind: 'reminder' | 'void',
  notice: Notice,
): Promise<void> {
  const { entryId, state, at, costKrw, kind: sentAs, reference } = notice;
  const known = (await store.outcomes.notices(campaignId)).find((one) => one.entryId === entryId);
  if (!known) return;
  const followUp = { state, at, costKrw, ...(sentAs && { kind: sentAs }), ...(reference && { reference }) };
  if (kind === 'void') return store.outcomes.saveNotice(campaignId, { ...known, voided: followUp });
  const firstKrw = known.costKrw - (known.reminder?.costKrw ?? 0);
  const after = { costKrw: firstKrw + costKrw, reminder: followUp };
  await store.outcomes.saveNotice(campaignId, { ...known, ...after });
}

/** As long as a prize can be claimed. */
function untilOf({ until }: AwardRound, awards: readonly Award[]): Date {
  if (until !== undefined) return new Date(until);
  const deadlines = awards.flatMap(({ claimUntil }) => (claimUntil ? [Date.parse(claimUntil)] : []));
  return new Date(Math.min(...deadlines));
}

/** Refused credentials wait for a person, so nobody is asked in between. */
function tellAgainAt(notices: readonly Notice[], until: Date, at: Date): Date | undefined {
  if (at >= until) return undefined;
  const codes = notices.flatMap(({ error }) => error?.code ?? []);
  const retryAt = new Date(at.getTime() + retryPauseMs);
  if (codes.some(mayPass)) return retryAt < until ? retryAt : until;
  return codes.some((code) => code.startsWith('AUTH_')) ? until : undefined;
}

interface Outcome {
  readonly campaignId: string;
  readonly notice: Notice;
}

/** Whom the messenger gives up stays with the store: it is asked for them no second time. */
async function remember(
  { store, now }: CampaignRun['deps'],
  { kind }: AwardRound,
  awards: readonly Award[],
  { campaignId, notice }: Outcome,
): Promise<void> {
  const award = awards.find(({ entryId }) => entryId === notice.entryId);
  if (!award) return;
  const { no } = award;
  const at = now().toISOString();
  if (kind === 'void') return; // of a draw that does not hold nothing moves any more
  if (kind === 'reminder') return store.awards.mark(campaignId, no, { remindedAt: at });
  if (notice.state !== 'sent') return store.awards.mark(campaignId, no, { unreachedAt: at });
  const told = { to: 'notified', reason: 'told', at, change: { toldAt: at } } as const;
  await store.awards.move({ campaignId, no, from: ['drawn'], ...told });
}
