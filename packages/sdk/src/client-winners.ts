import { judgePayout } from './campaign/judge-payout.js';
import { requireCampaign } from './campaign/read-status.js';
import { forfeitPrize } from './client-forfeit.js';
import { noticeTemplates } from './client-notice-templates.js';
import type { Parts } from './client-parts.js';
import { winnerPages } from './client-winner-pages.js';
import { winnerPapers } from './client-winner-papers.js';
import { refuseState, refuseVoid, requireAward, toRow } from './client-winner-rows.js';
import { UserError } from './errors/index.js';
import { prizeTaxKrw } from './rules/prize-tax.js';
import type { Campaign } from './schema/campaign.js';
import type { Winning } from './winning.js';

export function winning(parts: Parts): Winning {
  return {
    ...staffing(parts),
    ...telling(parts),
    ...noticeTemplates(parts),
    ...winnerPages(parts),
    ...winnerPapers(parts),
  };
}

type Staffing = Pick<Winning, 'winners' | 'awardHistory' | 'recordClaim' | 'handOverPrize' | 'forfeitPrize'>;

function staffing(parts: Parts): Staffing {
  const { store, now } = parts;
  const rowOf = async (campaign: Campaign, no: number) =>
    toRow(parts, campaign, await requireAward(parts, campaign.id, no));
  const refuse = (campaignId: string, no: number) => refuseState(parts, campaignId, no);
  return {
    async winners(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      const awards = await store.awards.list(campaign.id);
      return Promise.all(awards.map((award) => toRow(parts, campaign, award)));
    },
    async awardHistory(campaignId) {
      return store.awards.events((await requireCampaign(store, campaignId)).id);
    },
    async recordClaim(campaignId, no) {
      const campaign = await requireCampaign(store, campaignId);
      await refuseVoid(parts, campaign.id);
      const at = now().toISOString();
      const change = { claimedAt: at, claimedBy: 'counter', handOver: 'pickup' } as const;
      const claim = { from: ['drawn', 'notified'], to: 'claimed', at, reason: 'claimed', change } as const;
      if (!(await store.awards.move({ campaignId: campaign.id, no, ...claim })))
        await refuse(campaign.id, no);
      return rowOf(campaign, no);
    },
    async handOverPrize(campaignId, no, { taxDone = false } = {}) {
      const campaign = await requireCampaign(store, campaignId);
      await refuseVoid(parts, campaign.id);
      const { award, prize } = await rowOf(campaign, no);
      const taxKrw = prizeTaxKrw(prize?.valueKrw ?? 0, parts.knowledge.prizeTax);
      const papers = taxDone || (await store.awards.tax(campaign.id, no)) !== undefined;
      if (taxKrw > 0 && !papers) throw new UserError('USER_073', { no, taxKrw });
      const { plan } = campaign;
      if (plan) judgePayout({ ...campaign, plan }, { awards: [award], papers }, parts);
      const at = now().toISOString();
      const { prizeId = '', piece = 0, entryId } = award;
      const audit = { type: 'HAND_OVER', at, prize: prizeId, piece, to: entryId };
      const move = { from: ['claimed'], to: 'handed_over', at, reason: 'handed_over', audit } as const;
      if (!(await store.awards.move({ campaignId: campaign.id, no, ...move }))) await refuse(campaign.id, no);
      return rowOf(campaign, no);
    },
    forfeitPrize: (campaignId, no, options) => forfeitPrize(parts, campaignId, no, options),
  };
}

function telling(parts: Parts): Pick<Winning, 'markTold' | 'tellAgain'> {
  const { store, now } = parts;
  return {
    async markTold(campaignId, no) {
      const campaign = await requireCampaign(store, campaignId);
      await refuseVoid(parts, campaign.id);
      const at = now().toISOString();
      const told = {
        from: ['drawn'],
        to: 'notified',
        at,
        reason: 'told_by_hand',
        change: { toldAt: at },
      } as const;
      if (!(await store.awards.move({ campaignId: campaign.id, no, ...told })))
        await refuseState(parts, campaign.id, no);
      return toRow(parts, campaign, await requireAward(parts, campaign.id, no));
    },
    async tellAgain(campaignId) {
      const { id } = await requireCampaign(store, campaignId);
      await refuseVoid(parts, id);
      const awards = await store.awards.list(id);
      const given = awards.filter(({ state, unreachedAt }) => state === 'drawn' && unreachedAt !== undefined);
      for (const { no } of given) await store.awards.mark(id, no, { unreachedAt: null });
      return given.length;
    },
  };
}
