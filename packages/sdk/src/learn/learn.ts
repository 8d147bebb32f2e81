import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Insight } from '../schema/insight.js';
import { type Concept, chosenConcept } from '../schema/plan.js';
import type { RateObservation } from '../schema/rate.js';
import type { Report } from '../schema/report.js';
import { adviseOn } from './advise.js';
import { count, lessonsOf } from './lessons.js';
import { priorOf } from './prior-of.js';
import { ratesOf } from './rates-of.js';
import { storeKeyOf } from './store-key.js';
import type { TradeFigures } from './trade-figures.js';

export interface LearnInput {
  readonly report: Report;
  readonly campaign: Campaign;
  /** Rates of the store's campaigns before this one. @defaultValue none */
  readonly earlier?: readonly RateObservation[] | undefined;
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
export function learn(input: LearnInput, { newId, knowledge }: LearnDeps): Insight {
  const { report, campaign, earlier = [] } = input;
  const { brief, plan, state } = campaign;
  if (!plan) throw new UserError('USER_008', { state, action: 'learn' });
  const concept = chosenConcept(plan);
  const rates = ratesOf(report, campaign, concept, knowledge);
  const where = { industry: brief.store.industry, methodId: concept.method.inStore ?? concept.method.id };
  const prior = (seen: RateObservation) => priorOf(seen, where, knowledge);
  const lessons = lessonsOf({ rates, earlier, prior, trade: knowledge });
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
    rates,
    sentence: sentenceOf(report, campaign, concept),
    // Seven days of the week would bury the rest; the best of them is advice.
    lessons: lessons.filter(({ seen }) => seen.rate !== 'weekday').map(({ sentence }) => sentence),
    advice: adviseOn({ report, concept, lessons }),
    ideas: [],
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
