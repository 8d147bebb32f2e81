import { z } from 'zod';
import { findingSchema } from './finding.js';
import { channelSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';
import { trendsSchema } from './trend.js';
import { wordingProblems } from './wording.js';

const conceptIdSchema = z.enum(['safe', 'balanced', 'bold']);
export type ConceptId = z.infer<typeof conceptIdSchema>;

const prizeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  name: z.string(),
  quantity: z.int().min(1),
  /** Market price of one, the value that tax law looks at. */
  valueKrw: krwSchema,
  /** What one costs the store. */
  costKrw: krwSchema,
  /** How it reaches its winner. Absent: in the store. */
  handOver: z.enum(['pickup', 'delivery', 'either']).optional(),
});
export type Prize = z.infer<typeof prizeSchema>;

/** A figure with where it came from, so that it can be traced. */
export const figureSchema = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  date: z.string(),
  /** How it was reckoned, in words and signs, such as `주간 방문 × 일수 ÷ 7`. Absent for what was given. */
  formula: z.string().optional(),
  /** What went into the formula, in its order. */
  inputs: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })).optional(),
});
export type Figure = z.infer<typeof figureSchema>;

const costSchema = z.object({
  prizeKrw: krwSchema,
  mediaKrw: krwSchema,
  messageKrw: krwSchema,
  aiKrw: krwSchema,
  /** Tax that the store pays in the winners' place. Absent: nothing. */
  taxKrw: krwSchema.optional(),
  totalKrw: krwSchema,
});
export type Cost = z.infer<typeof costSchema>;

const copySchema = z.object({
  channel: channelSchema,
  title: z.string(),
  body: z.string(),
  hashtags: z.array(z.string()),
});
export type Copy = z.infer<typeof copySchema>;

/** What it may come to for the store. A belief before measuring, and said to be one. */
const outlookSchema = z.object({
  /** First-time customers among those who enter. */
  newCustomers: z.object({ low: z.int(), mid: z.int(), high: z.int() }),
  /** The whole cost over the middle of the new customers. Absent when none are expected. */
  costPerNewCustomerKrw: krwSchema.optional(),
  /** Extra sales at which what is left of them pays for the campaign. */
  breakEvenSalesKrw: krwSchema,
  /** The same in customers, each spending what customers of this trade spend. */
  breakEvenVisits: z.int().nonnegative(),
});

const conceptSchema = z.object({
  id: conceptIdSchema,
  title: z.string(),
  /** Why a store would choose this one, one plain sentence. */
  reason: z.string(),
  /** `inStore` is the method by which people in the store take part, whose rate is measured. */
  method: z.object({ id: z.string(), name: z.string(), inStore: z.string().optional() }),
  prizes: z.array(prizeSchema).min(1),
  winners: z.int().min(1),
  reserves: z.int().min(0),
  cost: costSchema,
  expectedEntries: z.object({ low: z.int(), mid: z.int(), high: z.int(), basis: z.string() }),
  /** People or showings that each booked channel reaches over the period. */
  reach: z.array(z.object({ channel: channelSchema, people: z.int().nonnegative() })).default([]),
  /** What first purchases of those who enter would leave, less what the concept costs. To compare concepts with. */
  worthKrw: z.int().optional(),
  /** The chance in people, such as `예상 응모 400명 중 10명`. */
  odds: z.string(),
  outlook: outlookSchema.optional(),
  copies: z.array(copySchema),
});
export type Concept = z.infer<typeof conceptSchema>;

const scheduleSchema = z.object({
  opensAt: instantSchema,
  /** First instant at which entries are refused. */
  closesAt: instantSchema,
  /** Absent for first-come. */
  drawAt: instantSchema.optional(),
  announceAt: instantSchema,
  claimUntil: instantSchema,
  /** When the losers' personal data is destroyed. */
  deleteAt: instantSchema,
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** What one text model was asked for, and what came of it. */
const planModelSchema = z.object({
  /** Prizes and ways to take part, or the words. */
  part: z.enum(['proposal', 'copy']),
  provider: z.string(),
  /** The id that its provider knows it by. */
  model: z.string(),
  mode: modeSchema,
  /** `dropped`: it answered, and nothing of the answer could be used. `asking`: nobody waited for it. */
  state: z.enum(['used', 'dropped', 'failed', 'not_asked', 'asking']),
  /** Of the error, when it failed or was not asked. */
  code: z.string().optional(),
  costKrw: krwSchema,
});
export type PlanModel = z.infer<typeof planModelSchema>;

/** What of a model's answer was left out or set right, and why. */
const correctionSchema = z.object({
  provider: z.string(),
  concept: conceptIdSchema,
  field: z.enum(['title', 'reason', 'method', 'prizes', 'headline', 'greeting', 'story']),
  did: z.enum(['dropped', 'corrected']),
  why: z.enum([
    ...wordingProblems,
    'quantity',
    'price_band',
    'too_many_large',
    'flat',
    'unequal',
    'too_dear',
    'same_method',
    'budget',
  ]),
  /** What it had said, where that may be shown. */
  said: z.string().optional(),
  /** What stands there now, or the rules it broke. */
  instead: z.string().optional(),
  /** The bound that it broke, a plain sentence with its numbers. */
  because: z.string().optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

const recommendedSchema = z.object({
  id: conceptIdSchema,
  /** Expected to leave most, or drawn among those that may well leave most. */
  how: z.enum(['best', 'explored']).default('best'),
  /** Those that what is known cannot tell from the best, which is one of them. */
  near: z.array(conceptIdSchema).default([]),
  /** Why, in a plain sentence. */
  reason: z.string(),
});

/** What we propose. */
export const planSchema = z.object({
  schemaVersion: z.literal(1),
  mode: modeSchema,
  /** Who contributed: `knowledge-base`, and the models whose words or choices are in it. */
  madeBy: z.array(z.string()).min(1),
  knowledgeVersion: z.string(),
  /** The season that the campaign is dressed for, such as `christmas`. Absent: none. */
  season: z.string().optional(),
  concepts: z.array(conceptSchema).length(3),
  chosen: conceptIdSchema,
  recommended: recommendedSchema.optional(),
  schedule: scheduleSchema,
  figures: z.array(figureSchema),
  findings: z.array(findingSchema),
  /** What past campaigns of this store contributed, in plain sentences. */
  insights: z.array(z.string()),
  /** What is known of the season, the place and the trade. Absent in plans of before. */
  trends: trendsSchema.optional(),
  /** Absent when no model is configured. */
  models: z.array(planModelSchema).optional(),
  /** Absent when nothing had to be corrected. */
  corrections: z.array(correctionSchema).optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** The concept the store will run. */
export function chosenConcept(plan: Plan): Concept {
  return plan.concepts.find(({ id }) => id === plan.chosen) ?? (plan.concepts[0] as Concept);
}
