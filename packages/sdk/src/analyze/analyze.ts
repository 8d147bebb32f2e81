import { UserError } from '../errors/index.js';
import type { Price } from '../providers/price.js';
import type { SalesSource } from '../providers/sales-source.js';
import { checkRules, type RuleKnowledge } from '../rules/check-rules.js';
import type { ConsentFacts } from '../rules/facts-after.js';
import { toFacts } from '../rules/to-facts.js';
import type { Campaign } from '../schema/campaign.js';
import type { Finding } from '../schema/finding.js';
import type { HolidayCalendar } from '../schema/holidays.js';
import type { MessageKind, Notice } from '../schema/notice.js';
import { type Concept, chosenConcept, type Figure, type Plan } from '../schema/plan.js';
import type { Industry } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';
import { dayOf, toSeoul } from '../schema/seoul-time.js';
import type { EntryTally } from '../store/entry-repository.js';
import { figuresOf } from './figures.js';
import { headlineOf } from './headline.js';
import { isHoliday } from './holidays.js';
import { type CodeCosts, messageCosts } from './message-costs.js';
import { type Return, returnOf } from './return-of.js';
import { handedOut, spendingOf } from './spending.js';
import { measureUplift, type Uplift } from './uplift.js';

export interface AnalyzeInput {
  readonly campaign: Campaign;
  readonly entries: EntryTally;
  readonly places: Report['places'];
  /** @defaultValue none */
  readonly days?: Report['days'];
  readonly redeemed?: Report['redeemed'];
  /** Participants who had not been there before, as the store has told. */
  readonly newCustomers?: Report['newCustomers'];
  readonly publications: readonly Publication[];
  readonly notices: readonly Notice[];
  /** @defaultValue none were sent */
  readonly codes?: CodeCosts | undefined;
  /** People drawn, or served when first come. */
  readonly drawn: { readonly winners: number; readonly reserves: number };
  /** What was paid for models and voices. @defaultValue nothing */
  readonly ai?: Report['ai'] | undefined;
  /** Days of the store's other campaigns, which say nothing about ordinary sales. */
  readonly otherCampaignDays?: readonly string[] | undefined;
  /** Those who agreed to hear of the store and have not been told what became of it. @defaultValue nobody */
  readonly consents?: ConsentFacts | undefined;
  /** Entries whose name and phone can still be read; judged against the day of deletion. */
  readonly readableEntries?: number | undefined;
}

/** What the report needs to know about trades, days and rules. The knowledge base has it. */
interface AnalyzeKnowledge extends RuleKnowledge {
  readonly prizeTax: RuleKnowledge['prizeTax'] & { readonly readOn: string };
  /** Day on which its figures were gathered. */
  readonly date: string;
  readonly industries: readonly {
    readonly id: Industry;
    readonly contributionMarginPct: number;
    readonly provenance: string;
  }[];
  readonly calendar: HolidayCalendar;
}

export interface AnalyzeDeps {
  /** Of one message; without it the report says sums alone. */
  readonly price?: ((kind: MessageKind) => Price) | undefined;
  readonly now: () => Date;
  readonly knowledge: AnalyzeKnowledge;
  readonly sales?: SalesSource | undefined;
}

/**
 * Measures a campaign: what happened, what it cost and, with sales figures, what it left.
 * Figures nobody has stay absent.
 *
 * @throws {@link UserError} `USER_008` for a campaign without a plan; whatever the sales source throws
 */
export async function analyze(input: AnalyzeInput, deps: AnalyzeDeps, signal?: AbortSignal): Promise<Report> {
  const { campaign, entries, publications, drawn, codes = { count: 0, costKrw: 0 }, ai = [] } = input;
  const plan = planOf(campaign);
  const concept = chosenConcept(plan);
  const at = toSeoul(deps.now());
  const costKrw = spentOn(input, concept, deps.knowledge);
  const messages = messageCosts(input.notices, codes);
  const uplift = deps.sales && (await upliftOf(input, deps.sales, deps.knowledge, signal));
  const margin = marginOf(campaign.brief.store.industry, deps.knowledge);
  const left = uplift && returnOf(uplift, margin.value, costKrw.total);
  return {
    schemaVersion: 1,
    campaignId: campaign.id,
    mode: campaign.mode,
    rehearsal: campaign.rehearsal,
    at,
    headline: headlineOf({
      rehearsal: campaign.rehearsal,
      entries: entries.accepted,
      spentKrw: costKrw.total,
      sales: uplift && left ? { uplift, left } : deps.sales ? 'too_few' : 'absent',
    }),
    entries: { ...entries },
    places: input.places,
    ...comers(input),
    channels: publications.map(({ channel, state, mode, costKrw }) => ({ channel, state, mode, costKrw })),
    winners: { ...drawn, ...reached(input.notices) },
    messages,
    ai,
    costKrw,
    ...(input.redeemed && { redeemed: input.redeemed }),
    ...(uplift && left && returned(uplift, left)),
    figures: figuresOf({
      concept,
      handed: handedOut(concept.prizes, drawn.winners),
      law: deps.knowledge.prizeTax,
      messages,
      price: deps.price,
      costKrw,
      day: dayOf(at),
      uplift,
      left,
      margin,
      source: deps.sales?.source,
    }),
    findings: findingsOf(input, plan, concept, dayOf(at), deps.knowledge),
  };
}

function spentOn(
  { campaign, drawn, publications, notices, codes = { count: 0, costKrw: 0 }, ai = [] }: AnalyzeInput,
  { prizes }: Concept,
  { prizeTax }: AnalyzeKnowledge,
): Report['costKrw'] {
  const { taxBearer } = campaign.brief;
  const { winners } = drawn;
  const aiKrw = ai.reduce((sum, { costKrw }) => sum + costKrw, 0);
  return spendingOf({ prizes, winners, taxBearer, publications, notices, codes, aiKrw }, prizeTax);
}

/** On which days they came, and how many of them for the first time. */
function comers({ days = [], newCustomers }: AnalyzeInput): Pick<Report, 'days' | 'newCustomers'> {
  return newCustomers === undefined ? { days } : { days, newCustomers };
}

function returned({ value }: Uplift, { roi, contributionKrw }: Return): Partial<Report> {
  const shown = { uplift: value, incrementalContributionKrw: contributionKrw };
  return roi === undefined ? shown : { ...shown, roi };
}

function planOf({ plan, state }: Campaign): Plan {
  if (plan) return plan;
  throw new UserError('USER_008', { state, action: 'analyze' });
}

async function upliftOf(
  { campaign, otherCampaignDays = [] }: AnalyzeInput,
  source: SalesSource,
  { calendar }: AnalyzeKnowledge,
  signal?: AbortSignal,
): Promise<Uplift | undefined> {
  const others = new Set(otherCampaignDays);
  return measureUplift({
    sales: await source.read(signal),
    period: campaign.brief.period,
    isSpecial: (day) => others.has(day) || isHoliday(day, calendar),
  });
}

function marginOf(industry: Industry, { industries, date }: AnalyzeKnowledge): Figure {
  const row = industries.find(({ id }) => id === industry);
  return {
    name: '공헌이익률',
    value: row?.contributionMarginPct ?? 0,
    unit: '%',
    source: `업종 경험값, 매장 실적으로 바꾸세요 (${row?.provenance ?? '-'})`,
    date,
  };
}

function reached(notices: readonly Notice[]): Pick<Report['winners'], 'notified' | 'unreached'> {
  return {
    notified: notices.filter(({ state }) => state === 'sent').length,
    unreached: notices.filter(({ state }) => state === 'failed' || state === 'in_doubt').length,
  };
}

function findingsOf(
  { campaign, consents, readableEntries }: AnalyzeInput,
  { schedule }: Plan,
  concept: Concept,
  asOf: string,
  knowledge: AnalyzeKnowledge,
): Finding[] {
  const facts = toFacts(
    { brief: campaign.brief, concept, schedule },
    {
      ...(consents && { consents }),
      ...(readableEntries !== undefined && { remainder: { readableEntries } }),
    },
  );
  return checkRules(facts, { phase: 'post', asOf, knowledge });
}
