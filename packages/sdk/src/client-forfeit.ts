import { heirUntil } from './award/award-calendar.js';
import { erasureOf } from './campaign/erase-campaign.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { refuseState, refuseVoid, requireAward, toRow } from './client-winner-rows.js';
import { UserError } from './errors/index.js';
import { type Award, type ForfeitReason, isHolding } from './schema/award.js';
import type { Campaign } from './schema/campaign.js';
import type { Forfeiture, Winning } from './winning.js';

type Options = Parameters<Winning['forfeitPrize']>[2];

const from = ['reserve', 'drawn', 'notified', 'claimed'] as const;

/**
 * While the campaign's own run goes on, which tells the reserve who is promoted; afterwards only as long as a reserve has
 * time to claim, and can be told by a run of their own.
 */
export async function forfeitPrize(
  parts: Parts,
  campaignId: string,
  no: number,
  { reason, dryRun = false }: Options,
): Promise<Forfeiture> {
  const { store, now } = parts;
  const campaign = await requireCampaign(store, campaignId);
  const { id, state, plan } = campaign;
  await refuseVoid(parts, id);
  const at = now();
  const until = plan && heirUntil(plan.schedule, at);
  const late = state === 'settled' && until !== undefined && !(await erasureOf(id, parts));
  if (!plan || (state !== 'drawn' && !late)) throw new UserError('USER_008', { state, action: 'promote' });
  const award = await requireAward(parts, id, no);
  if (!canLose(award, reason)) await refuseState(parts, id, no);
  if (dryRun) return foresee(parts, campaign, award, until);
  const forfeit = { campaignId: id, no, from, reason, at: at.toISOString(), heirUntil: until };
  const { ended, heir } = await store.awards.forfeit(forfeit);
  if (!ended) await refuseState(parts, id, no);
  return {
    lost: await toRow(parts, campaign, await requireAward(parts, id, no)),
    heir: heir && (await toRow(parts, campaign, heir)),
  };
}

/** A waiting reserve has nothing to show up for. */
function canLose({ state }: Award, reason: ForfeitReason): boolean {
  if (state === 'reserve') return reason === 'declined' || reason === 'disqualified';
  return from.some((one) => one === state);
}

async function foresee(
  parts: Parts,
  campaign: Campaign,
  award: Award,
  until: string | undefined,
): Promise<Forfeiture> {
  const awards = await parts.store.awards.list(campaign.id);
  const next = awards.find(({ state, no }) => state === 'reserve' && no !== award.no);
  const heir = isHolding(award) && until !== undefined ? next : undefined;
  return { lost: await toRow(parts, campaign, award), heir: heir && (await toRow(parts, campaign, heir)) };
}
