import { z } from 'zod';
import { channelSchema, industrySchema, instantSchema, modeSchema, objectiveSchema } from './primitives.js';
import { rateObservationSchema } from './rate.js';

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
});
export type Insight = z.infer<typeof insightSchema>;
