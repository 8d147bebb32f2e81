import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Insight } from '../schema/insight.js';
import { type Concept, chosenConcept } from '../schema/plan.js';
import type { Report } from '../schema/report.js';
import { ratesOf, type TradeFigures } from './rates-of.js';
import { storeKeyOf } from './store-key.js';

export interface LearnInput {
  readonly report: Report;
  readonly campaign: Campaign;
}

export interface LearnDeps {
  readonly knowledge: TradeFigures;
  readonly newId: () => string;
}

/**
 * Keeps what one measured campaign tells the next plan of the same store.
 *
 * @throws {@link UserError} `USER_008` for a campaign without a plan
 */
export function learn({ report, campaign }: LearnInput, { newId, knowledge }: LearnDeps): Insight {
  const { brief, plan, state } = campaign;
  if (!plan) throw new UserError('USER_008', { state, action: 'learn' });
  const concept = chosenConcept(plan);
  return {
    id: newId(),
    storeKey: storeKeyOf(brief.store),
    industry: brief.store.industry,
    shared: brief.store.shareRates ?? false,
    campaignId: campaign.id,
    mode: report.mode,
    rehearsal: report.rehearsal,
    at: report.at,
    objective: brief.objective,
    methodId: concept.method.id,
    expectedEntries: concept.expectedEntries.mid,
    actualEntries: report.entries.accepted,
    visitors: report.entries.visitors,
    channels: [...brief.channels],
    // A return that cannot be told from chance teaches nothing.
    ...(report.uplift?.proven && report.roi !== undefined && { roi: report.roi }),
    rates: ratesOf(report, campaign, concept, knowledge),
    sentence: sentenceOf(report, campaign, concept),
  };
}

/** What was seen, with its sample size. Seeing is not causing, and one campaign is one observation. */
function sentenceOf(report: Report, { brief }: Campaign, concept: Concept): string {
  const { start, end } = brief.period;
  const { accepted, visitors } = report.entries;
  const seen =
    `${start}~${end} ${concept.method.name}: 응모 ${count(accepted)}명` +
    `(예상 ${count(concept.expectedEntries.mid)}명), 방문 확인 ${count(visitors)}명.`;
  const note = '이벤트 1회의 기록이며 원인을 뜻하지 않습니다.';
  return [report.rehearsal ? '[연습]' : '', seen, salesOf(report), note]
    .filter((part) => part !== '')
    .join(' ');
}

function salesOf({ uplift }: Report): string {
  if (!uplift) return '';
  const range = `95% 범위 ${count(uplift.lowKrw)}~${count(uplift.highKrw)}원`;
  return uplift.proven
    ? `같은 기간 매출은 지난 같은 요일보다 ${count(uplift.incrementalKrw)}원 달랐습니다(${range}).`
    : `매출 차이는 확인할 수 없었습니다(표본 부족, ${range}).`;
}

function count(value: number): string {
  return value.toLocaleString('ko');
}
