import { BugError } from '../errors/index.js';
import { checkRules } from '../rules/check-rules.js';
import { requireKnownWaivers } from '../rules/require-known-waivers.js';
import { toFacts } from '../rules/to-facts.js';
import type { Brief } from '../schema/brief.js';
import type { Insight } from '../schema/insight.js';
import type { Concept, ConceptId, Plan } from '../schema/plan.js';
import type { Trends } from '../schema/trend.js';
import { choose } from './choose.js';
import { type Choice, type Draft, draftConcept, type Ground, leastCostKrw } from './concept.js';
import { figuresOf } from './figures.js';
import type { Knowledge } from './knowledge.js';
import { ownTrends } from './own-trends.js';
import { requireBudget } from './require-budget.js';
import { scheduleOf } from './schedule.js';
import { daysBetween, seasonOf } from './season.js';
import { teach } from './teach.js';
import { tradeOf } from './trade.js';

export interface PlanInput {
  readonly brief: Brief;
  /** Day, Asia/Seoul, on which the plan is made: it decides seasons and rules. */
  readonly today: string;
  /** Of the same store. Rehearsals teach rehearsals only. */
  readonly insights: readonly Insight[];
  /** Of other stores of the trade that agreed to share. @defaultValue none */
  readonly peers?: readonly Insight[] | undefined;
  readonly rehearsal: boolean;
  /** What somebody else has chosen, checked already. @defaultValue nothing */
  readonly choices?: Choices | undefined;
  /** What sources outside have said. @defaultValue nobody was asked */
  readonly live?: Trends | undefined;
  /** What asking text models has cost, won. @defaultValue 0 */
  readonly aiKrw?: number | undefined;
}

export type Choices = Readonly<Partial<Record<ConceptId, Choice>>>;

export interface PlanDeps {
  readonly knowledge: Knowledge;
  /** 0 to 1; asked only where a brief explores. @defaultValue always the middle */
  readonly random?: (() => number) | undefined;
}

export const roles: readonly ConceptId[] = ['safe', 'balanced', 'bold'];

/**
 * Proposes three concepts for a brief, from the knowledge base and what stores have measured. The same input gives the
 * same plan.
 * Breaches of rules are findings, not errors: whoever goes on decides what they stop.
 *
 * @throws {@link UserError} `USER_001` when the budget cannot pay for the most modest concept
 */
export function plan(input: PlanInput, deps: PlanDeps): Plan {
  const { brief, today, insights, peers = [], rehearsal, choices = {}, live } = input;
  const alike = (all: readonly Insight[]) => all.filter((insight) => insight.rehearsal === rehearsal);
  const { knowledge, sentences } = teach(deps.knowledge, {
    brief,
    own: alike(insights),
    peers: alike(peers),
  });
  const ground = groundOf(input, knowledge);
  requireKnownWaivers(brief, knowledge.lintRules);
  requireBudget(ground);
  const drafts = roles.map((role) => draftConcept(role, ground, choices[role]));
  const concepts = drafts.map(({ concept }) => concept);
  const { schedule } = ground;
  const choice = choose(drafts, ground, deps.random ?? (() => 0.5));
  return {
    schemaVersion: 1,
    mode: 'local',
    madeBy: ['knowledge-base'],
    knowledgeVersion: knowledge.version,
    ...(ground.season && { season: ground.season.id }),
    concepts,
    ...choice,
    schedule,
    figures: figuresOf(drafts, ground),
    findings: checkRules(toFacts({ brief, concept: chosen(drafts, choice.chosen), schedule }), {
      phase: 'plan',
      asOf: today,
      knowledge,
    }),
    insights: [...sentences],
    trends: {
      statements: [...ownTrends(ground, alike(insights)), ...(live?.statements ?? [])],
      sources: live?.sources ?? [],
    },
  };
}

/** Won that are left when the most modest concept is paid for. */
export function spareKrw(input: PlanInput, { knowledge }: PlanDeps): number {
  return input.brief.budgetKrw - leastCostKrw(groundOf(input, knowledge));
}

/** What every concept of a plan stands on. */
export function groundOf(input: PlanInput, knowledge: Knowledge): Ground {
  const { brief, today, aiKrw = 0 } = input;
  const { industry } = brief.store;
  const base = knowledge.base.find((row) => row.industry === industry && row.objective === brief.objective);
  const row = knowledge.industries.find(({ id }) => id === industry);
  if (!base || !row)
    throw new BugError('BUG_001', { reason: `the knowledge base has no row for ${industry}` });
  const trade = tradeOf(brief, row, knowledge);
  return {
    brief,
    days: daysBetween(brief.period.start, brief.period.end) + 1,
    base,
    season: seasonOf(brief, today, knowledge),
    trade,
    weeklyVisits: trade.weeklyVisits.value,
    schedule: scheduleOf(brief),
    knowledge,
    aiKrw,
  };
}

function chosen(drafts: readonly Draft[], role: ConceptId): Concept {
  const draft = drafts.find(({ concept }) => concept.id === role);
  if (!draft) throw new BugError('BUG_001', { reason: `no concept ${role}` });
  return draft.concept;
}
