import { z } from 'zod';
import { channelSchema, instantSchema, modeSchema, objectiveSchema } from './primitives.js';

/** What one measured campaign teaches the next plan of the same store. */
export const insightSchema = z.object({
  id: z.string(),
  /** Store key: business number when there is one, else name and region. */
  storeKey: z.string(),
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
  /** One sentence with its sample size, no causal claim. */
  sentence: z.string(),
});
export type Insight = z.infer<typeof insightSchema>;
