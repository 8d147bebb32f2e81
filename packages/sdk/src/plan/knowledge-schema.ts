import { z } from 'zod';
import { ruleRowSchema } from '../rules/rule.js';
import {
  channelSchema,
  daySchema,
  industrySchema,
  krwSchema,
  objectiveSchema,
} from '../schema/primitives.js';

/** Files of the knowledge base. Only what is read is described: a file may say more. */

const methodSchema = z
  .object({
    id: z.string(),
    ko: z.string(),
    rate_pct: z.object({ lo: z.number(), mid: z.number(), hi: z.number() }),
    provenance: z.string(),
  })
  .transform(({ rate_pct: { lo, mid, hi }, ...method }) => ({
    ...method,
    ratePct: { low: lo, mid, high: hi },
  }));
export type Method = z.output<typeof methodSchema>;

const prizeKindSchema = z
  .object({
    id: z.string(),
    face_value_krw: krwSchema,
    store_cost_krw: krwSchema,
    tax_withholding: z.boolean(),
    provenance: z.string(),
  })
  .transform(({ id, face_value_krw, store_cost_krw, tax_withholding, provenance }) => ({
    id,
    valueKrw: face_value_krw,
    costKrw: store_cost_krw,
    taxable: tax_withholding,
    provenance,
  }));

const industryRowSchema = z
  .object({
    id: industrySchema,
    ko: z.string(),
    weekly_visits: z.int(),
    avg_ticket_krw: krwSchema.min(1),
    contribution_margin_pct: z.number().positive(),
    new_share_pct: z.number(),
    provenance: z.string(),
  })
  .transform(({ weekly_visits, avg_ticket_krw, contribution_margin_pct, new_share_pct, ...industry }) => ({
    ...industry,
    weeklyVisits: weekly_visits,
    averageTicketKrw: avg_ticket_krw,
    contributionMarginPct: contribution_margin_pct,
    newSharePct: new_share_pct,
  }));
export type IndustryRow = z.output<typeof industryRowSchema> & {
  /** Of `newSharePct`, once the store has measured its own. */
  readonly newShareSource?: string | undefined;
};

const baseRowSchema = z
  .object({
    industry: industrySchema,
    objective: objectiveSchema,
    title_ko: z.string(),
    methods: z.array(z.string()),
    selection: z.string(),
    prizes: z.array(z.string()),
  })
  .transform(({ title_ko, ...row }) => ({ ...row, title: title_ko }));
export type BaseRow = z.output<typeof baseRowSchema>;

const dateRuleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('solar'), from_: z.string(), to: z.string() }),
  z.object({ type: z.literal('lunar'), month: z.int(), window: z.tuple([z.int(), z.int()]) }),
  z.object({ type: z.literal('boknal'), window: z.tuple([z.int(), z.int()]) }),
  z.object({ type: z.literal('nth_weekday'), window: z.tuple([z.int(), z.int()]) }),
  z.object({ type: z.literal('regional'), rule: z.string() }),
]);

const seasonSchema = z
  .object({
    id: z.string(),
    ko: z.string(),
    date_rule: dateRuleSchema,
    lead_days: z.int(),
    theme: z.string(),
    region_note: z.string(),
  })
  .transform(({ date_rule, lead_days, region_note, ...season }) => ({
    ...season,
    regionNote: region_note,
    dateRule: date_rule,
    leadDays: lead_days,
  }));
export type Season = z.output<typeof seasonSchema>;

export const practiceSchema = z
  .object({
    methods: z.array(methodSchema),
    prizes: z.array(prizeKindSchema),
    industries: z.array(industryRowSchema),
    base: z.array(baseRowSchema),
    seasons: z.array(seasonSchema),
    season_hooks: z.record(z.string(), z.record(industrySchema, z.string())),
    lint_rules: z.array(ruleRowSchema),
  })
  .transform(({ season_hooks, lint_rules, ...rest }) => ({
    ...rest,
    seasonHooks: season_hooks,
    lintRules: lint_rules,
  }));

const priorSchema = z.object({
  low: z.number().nonnegative(),
  mid: z.number().nonnegative(),
  high: z.number().nonnegative(),
  unit: z.string(),
  source: z.string(),
});
/** A belief before measuring: low, middle and high with where they come from. */
export type Prior = z.output<typeof priorSchema>;

const mediumSchema = z.object({
  /** A price per month is charged by the day. Our assumption: the channels publish no price list. */
  per: z.enum(['campaign', 'month']),
  costKrw: priorSchema,
  audience: priorSchema,
  responsePct: priorSchema,
  /** Of this channel alone, once the store has measured it. */
  landingRatePct: priorSchema.optional(),
});
export type Medium = z.output<typeof mediumSchema>;

export const mediaSchema = z.object({
  date: daySchema,
  exposurePct: priorSchema,
  landingRatePct: priorSchema,
  noticeKrw: priorSchema,
  channels: z.record(channelSchema, mediumSchema),
});

const assumptionSchema = z.object({ value: z.number().positive(), source: z.string() });

export const learningSchema = z.object({
  date: daySchema,
  campaignCorrelation: assumptionSchema,
  /** Concepts whose worth lies this close to the best, percent of its cost, cost little to try. */
  nearEqualPercent: assumptionSchema,
  /** Concepts that are worth more than the best with at least this chance cannot be told from it. */
  nearChancePercent: assumptionSchema,
  leastPeerStores: assumptionSchema,
  priorStores: assumptionSchema,
  /** Prizes and coupons that are taken, percent, before a store has measured its own. */
  redemptionPct: z.object({ low: z.number(), mid: z.number(), high: z.number(), source: z.string() }),
  /** How far the share of new customers of a store may lie from that of its trade, percent of it. */
  newShareSpreadPercent: assumptionSchema,
});

/** What prizes of a trade look like: how dear those for many may be, and how many winners a large one needs. */
export const prizeShapesSchema = z.object({
  date: daySchema,
  source: z.string(),
  /** Won. What is dearer than `manyHigh` is a large prize. */
  industries: z.record(
    industrySchema,
    z.object({ low: krwSchema, manyHigh: krwSchema, largeHigh: krwSchema }),
  ),
  objectives: z.record(
    objectiveSchema,
    z.object({
      manyHighPercent: z.number().positive(),
      entriesPerLarge: z.int().min(1),
      mostLarge: z.int().min(1),
    }),
  ),
  /** Two prizes of one concept differ in value by this factor at least. */
  leastStep: assumptionSchema,
  /** Prizes may cost this share of what the first purchases of those who enter leave. */
  costOfMarginPercent: assumptionSchema,
});

/** Names behind the marks such as `[S6]` in the sources of the rules. */
export const sourcesSchema = z.object({ sources: z.record(z.string(), z.string()) });

export const prizeNamesSchema = z.record(
  z.string(),
  z.union([z.string(), z.partialRecord(industrySchema, z.string())]),
);

const lawFigureSchema = z.object({
  value: z.int().min(0),
  unit: z.string(),
  source: z.string(),
  /** How sure we are of it. What is from memory has to be checked by somebody who knows. */
  status: z.enum(['verified', 'verified in part', 'from memory, check']),
});

export const prizeTaxSchema = z.object({
  readOn: z.string(),
  threshold: lawFigureSchema,
  incomeTaxPercent: lawFigureSchema,
  localTaxPercent: lawFigureSchema,
  /** Day of the month after the prize was handed over. */
  payByDay: lawFigureSchema,
  /** By the end of this month of the next year. */
  statementMonth: lawFigureSchema,
  /** Counted from that day. */
  keepYears: lawFigureSchema,
});

/** When rules came into force, and which of them no reason can waive. */
export const ruleTermsSchema = z.object({
  since: z.record(z.string(), daySchema),
  neverWaived: z.array(z.string()),
});

/** What a season is called in a title: short, and nobody's trade mark. */
export const seasonNamesSchema = z.object({ names: z.record(z.string(), z.string()) });

/** What a trade that may give no prizes offers instead, by concept. */
export const informationOffersSchema = z.object({
  date: daySchema,
  source: z.string(),
  industries: z.array(industrySchema),
  offers: z.record(
    z.enum(['safe', 'balanced', 'bold']),
    z.array(z.object({ id: z.string(), name: z.string() })).min(1),
  ),
});
