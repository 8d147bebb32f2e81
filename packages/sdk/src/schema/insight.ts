import { z } from 'zod';
import {
  channelSchema,
  daySchema,
  industrySchema,
  instantSchema,
  modeSchema,
  objectiveSchema,
} from './primitives.js';
import { rateObservationSchema } from './rate.js';

/** A suggestion. What it rests on was seen; that it will help is not promised. */
const adviceSchema = z.object({ text: z.string(), basis: z.string() });
export type Advice = z.infer<typeof adviceSchema>;

export const ideaSchema = z.object({
  /** Such as `christmas`. */
  season: z.string(),
  start: daySchema,
  end: daySchema,
  /** Day from which it has to be prepared. */
  prepareFrom: daySchema,
  methodId: z.string(),
  text: z.string(),
  basis: z.string(),
});
export type Idea = z.infer<typeof ideaSchema>;

/** What one measured campaign teaches the next plan of the same store. */
export const insightSchema = z.object({
  id: z.string(),
  /** Store key: business number when there is one, else name and region. */
  storeKey: z.string(),
  industry: industrySchema.optional(),
  /** The store lets others of its trade learn from its rates. */
  shared: z.boolean().default(false),
  campaignId: z.string(),
  mode: modeSchema,
  rehearsal: z.boolean(),
  at: instantSchema,
  objective: objectiveSchema,
  methodId: z.string(),
  /** What was expected and what came. */
  expectedEntries: z.int(),
  actualEntries: z.int(),
  visitors: z.int(),
  channels: z.array(channelSchema),
  roi: z.number().optional(),
  rates: z.array(rateObservationSchema).default([]),
  /** One sentence with its sample size, no causal claim. */
  sentence: z.string(),
  /** What is held of each rate now: how many of how many, the range, and what the trade is said to see. */
  lessons: z.array(z.string()).default([]),
  /** What to do otherwise next time, each with what it rests on. */
  advice: z.array(adviceSchema).default([]),
  /** Events for the seasons to come. */
  ideas: z.array(ideaSchema).default([]),
});
export type Insight = z.infer<typeof insightSchema>;
