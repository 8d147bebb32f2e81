import { heirUntil } from './award/award-calendar.js';
import { claimProblems, waysOf } from './award/claim-problems.js';
import { sealAddress, sealTax } from './award/seal-claim.js';
import { dueDays } from './award/tax-sheet.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { toRow } from './client-winner-rows.js';
import { UserError } from './errors/index.js';
import { prizeTaxKrw } from './rules/prize-tax.js';
import { isOpen, openStates } from './schema/award.js';
import { claimInputSchema } from './schema/claim.js';
import { parseInput } from './schema/parse.js';
import { claimTokenHash } from './security/winner-keys.js';
import type { WinnerPage, Winning } from './winning.js';

export function winnerPages(parts: Parts): Pick<Winning, 'winnerPage' | 'claimPrize' | 'declinePrize'> {
  const { store, now } = parts;
  return {
    winnerPage: (token) => readPage(parts, token),
    async claimPrize(token, input) {
      const page = await readPage(parts, token);
      const { award, prize } = page;
      if (award.state === 'claimed' || award.state === 'handed_over') return page; // a repeat finds it as it was
      requireOpen(page);
      const claim = parseInput(claimInputSchema, input, 'claim');
      const issues = claimProblems(claim, prize, parts.knowledge.prizeTax);
      if (issues.length > 0) throw new UserError('USER_001', { what: 'claim' }, { issues });
      const at = now().toISOString();
      await store.awards.move({
        campaignId: award.campaignId,
        no: award.no,
        from: openStates,
        to: 'claimed',
        at,
        reason: 'claimed',
        change: { claimedAt: at, claimedBy: 'winner', handOver: claim.handOver },
        ...(await papersOf(parts, page, claim)),
      });
      return readPage(parts, token); // whoever else answered first has answered
    },
    async declinePrize(token) {
      const page = await readPage(parts, token);
      if (page.award.state === 'declined') return page;
      requireOpen(page);
      const { campaignId, no } = page.award;
      await store.awards.forfeit({
        campaignId,
        no,
        from: openStates,
        reason: 'declined',
        at: now().toISOString(),
        heirUntil: heirUntil(page.campaign.plan.schedule, now()),
      });
      return readPage(parts, token);
    },
  };
}

/** A link that was never given out, and that of a reserve who still waits, look the same. */
async function readPage(parts: Parts, token: string): Promise<WinnerPage> {
  const { store, now, knowledge } = parts;
  const award = await store.awards.findByToken(claimTokenHash(token));
  const campaign = award && (await requireCampaign(store, award.campaignId));
  const row = award && campaign && (await toRow(parts, campaign, award));
  if (!row?.prize || !campaign?.plan) throw new UserError('USER_070', {});
  const until = row.award.claimUntil;
  const voided = await store.draws.voidOf(campaign.id);
  return {
    ...row,
    prize: row.prize,
    campaign: { ...campaign, plan: campaign.plan },
    ways: waysOf(row.prize),
    taxKrw: prizeTaxKrw(row.prize.valueKrw, knowledge.prizeTax),
    taxBearer: campaign.brief.taxBearer ?? 'winner',
    taxKeptUntil: dueDays(campaign.plan.schedule.deleteAt, knowledge.prizeTax).keepUntil,
    voided,
    open: !voided && isOpen(row.award) && until !== undefined && now() < new Date(until),
  };
}

function requireOpen({ award, open, voided }: WinnerPage): void {
  if (open) return;
  const { campaignId } = award;
  if (voided) throw new UserError('USER_092', { campaignId, at: voided.record.voided_at });
  const { no, state, claimUntil: until = '' } = award;
  if (isOpen(award)) throw new UserError('USER_072', { until });
  throw new UserError('USER_071', { no, state });
}

async function papersOf(
  { keyring, winnerKeys, randomBytes }: Parts,
  { award, taxKeptUntil }: WinnerPage,
  claim: Parameters<typeof sealTax>[0] & Parameters<typeof sealAddress>[0],
) {
  const { campaignId } = award;
  const { dataKey, keyVersion } = await keyring.of(campaignId);
  const form = sealAddress(claim, award, { key: dataKey, keyVersion, randomBytes });
  if (claim.legalName === undefined) return { form };
  const key = await winnerKeys.taxKey(campaignId);
  return { form, tax: sealTax(claim, award, { key, keepUntil: taxKeptUntil, randomBytes }) };
}
