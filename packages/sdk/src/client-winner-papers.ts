import { openAddress, openTax } from './award/seal-claim.js';
import { toTaxRow } from './award/tax-sheet.js';
import { toCsv } from './award/to-csv.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { toRow } from './client-winner-rows.js';
import { isTaxable } from './rules/prize-tax.js';
import { isHolding } from './schema/award.js';
import type { Campaign } from './schema/campaign.js';
import { dayOf } from './schema/seoul-time.js';
import { openEntry } from './security/entry-seal.js';
import type { WinnerRow, Winning } from './winning.js';

/** What the store needs on paper: personal data leaves the toolkit here, and nowhere else. */
export function winnerPapers(parts: Parts): Pick<Winning, 'taxSheet' | 'exportWinners'> {
  const { store, knowledge, now } = parts;

  async function holders(campaign: Campaign): Promise<WinnerRow[]> {
    const awards = (await store.awards.list(campaign.id)).filter(isHolding);
    return Promise.all(awards.map((award) => toRow(parts, campaign, award)));
  }

  return {
    async taxSheet(campaignId) {
      const campaign = await requireCampaign(store, campaignId);
      const rows = await holders(campaign);
      const bearer = campaign.brief.taxBearer ?? 'winner';
      const sheets = await Promise.all(
        rows.map(async ({ award, prize, masked = '' }) => {
          const papers = (await store.awards.tax(campaign.id, award.no)) !== undefined;
          return prize ? toTaxRow({ award, prize, masked, papers, bearer }, knowledge.prizeTax) : [];
        }),
      );
      return sheets.flat();
    },
    async exportWinners(campaignId, { by, tax = false }) {
      const campaign = await requireCampaign(store, campaignId);
      const held = await holders(campaign);
      const rows = tax ? held.filter(({ prize }) => prize && isTaxable(prize, knowledge.prizeTax)) : held;
      const lines = await Promise.all(rows.map((row) => lineOf(parts, row, tax)));
      const record = { type: 'EXPORT', at: now().toISOString(), by, winners: rows.length, tax };
      await store.audit.append(campaign.id, record); // before anybody has it
      return toCsv([tax ? [...columns, ...taxColumns] : columns, ...lines]);
    },
  };
}

const columns = ['번호', '경품', '상태', '이름', '휴대폰', '받는 방법', '주소', '확인 기한'];
const taxColumns = ['실명', '주민등록번호', '보관 기한'];

const words: Readonly<Record<string, string>> = {
  drawn: '알리기 전',
  notified: '알림',
  claimed: '수령 확인',
  handed_over: '전달함',
  pickup: '매장',
  delivery: '배송',
};

async function lineOf(parts: Parts, { award, prize }: WinnerRow, tax: boolean): Promise<string[]> {
  const { store, keyring } = parts;
  const { campaignId, no, entryId, state, handOver = '', claimUntil } = award;
  const keys = await keyring.of(campaignId);
  const entry = await store.entries.find(campaignId, entryId);
  const person = entry && openEntry(entry, keys);
  const form = await store.awards.form(campaignId, no);
  return [
    String(no),
    prize?.name ?? '',
    words[state] ?? state,
    person?.name ?? '',
    person ? person.phone.replace(/^\+82/, '0') : '',
    words[handOver] ?? '',
    form ? openAddress(form, award, keys) : '',
    claimUntil ? lastDayOf(claimUntil) : '',
    ...(tax ? await taxFields(parts, award) : []),
  ];
}

/** The last whole day, as the winner was told: a deadline at midnight has passed when its day begins. */
function lastDayOf(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1));
}

async function taxFields(
  { store, winnerKeys }: Parts,
  award: WinnerRow['award'],
): Promise<[string, string, string]> {
  const sealed = await store.awards.tax(award.campaignId, award.no);
  if (!sealed) return ['', '', ''];
  const { legalName, residentNumber } = openTax(sealed, award, await winnerKeys.taxKey(award.campaignId));
  return [legalName, `${residentNumber.slice(0, 6)}-${residentNumber.slice(6)}`, sealed.keepUntil];
}
