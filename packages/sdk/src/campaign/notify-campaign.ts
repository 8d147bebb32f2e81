import { listAwards } from '../award/list-awards.js';
import { claimToken, claimTokenHash } from '../security/winner-keys.js';
import { type AwardRound, nextRound } from './award-round.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { tellRound } from './tell-round.js';

/** Writes down who holds which prize, and tells them, by day. */
export async function notifyCampaign(run: CampaignRun): Promise<void> {
  if (await openAwards(run)) await carryRound(run, 1);
}

/**
 * Carries the prizes to their end: reminds, ends what is not claimed in time, promotes the next reserve and tells them,
 * until every prize is claimed or nobody is left who could be given it.
 */
export async function awaitClaims(run: CampaignRun): Promise<void> {
  if (await openAwards(run)) await carryRounds(run, 2);
}

/** Round after round from the one with this number on, until there is nothing more to come. */
export async function carryRounds(run: CampaignRun, from: number): Promise<void> {
  for (let no = from; await carryRound(run, no); no += 1);
}

/** @returns false for a run that an older version began and whose winners it has told in its own way. */
async function openAwards({ context, deps, campaign }: CampaignRun): Promise<boolean> {
  const opened = await context.step<{ awards?: number }>('notify', async () => {
    const current = await plannedCampaign({ campaign });
    const record = await deps.store.draws.find(current.id);
    const claimKey = await deps.claimKey();
    const awards = listAwards({
      campaignId: current.id,
      plan: current.plan,
      results: record?.transcript?.results ?? [],
      at: deps.now(),
      tokenHash: (no) => claimTokenHash(claimToken(claimKey, current.id, no)),
    });
    await deps.store.awards.open(awards);
    await adoptNotices(deps, current);
    return { awards: awards.length };
  });
  return opened.awards !== undefined;
}

/** Whom version 2 has told, or may have, is told no second time. */
async function adoptNotices({ store }: CampaignRun['deps'], { id }: PlannedCampaign): Promise<void> {
  const notices = await store.outcomes.notices(id);
  if (notices.length === 0) return;
  for (const { no, entryId } of await store.awards.list(id)) {
    const notice = notices.find((one) => one.entryId === entryId);
    if (notice?.state === 'in_doubt') await store.awards.mark(id, no, { unreachedAt: notice.at });
    if (notice?.state !== 'sent') continue;
    const { at } = notice;
    const told = { to: 'notified', reason: 'told', at, change: { toldAt: at } } as const;
    await store.awards.move({ campaignId: id, no, from: ['drawn'], ...told });
  }
}

/** @returns false when there is nothing more to come. */
async function carryRound(run: CampaignRun, no: number): Promise<boolean> {
  const key = `claims/${no}`;
  const round = await run.context.step<AwardRound & { readonly nos: number[] }>(key, async () => {
    const { kind, nos } = await nextRound(run);
    return { kind, nos: [...nos] };
  });
  if (round.nos.length === 0) return false;
  await tellRound(run, `${key}/told`, round);
  return true;
}
