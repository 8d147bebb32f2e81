import { z } from 'zod';
import { briefInputSchema } from './brief.js';
import { creativeSchema } from './creative.js';
import { planSchema } from './plan.js';
import { campaignIdSchema, instantSchema, modeSchema, slugSchema } from './primitives.js';

const campaignStateSchema = z.enum([
  'draft',
  'planned',
  'approved',
  'published',
  'open',
  'closed',
  'drawn',
  'settled',
  'cancelled',
]);
export type CampaignState = z.infer<typeof campaignStateSchema>;

/** A person's yes to exactly this content. */
const approvalSchema = z.object({ contentHash: z.string(), by: z.string(), at: instantSchema });
export type Approval = z.infer<typeof approvalSchema>;

/** One promotion, from brief to report. */
export const campaignSchema = z.object({
  id: campaignIdSchema,
  slug: slugSchema,
  state: campaignStateSchema,
  brief: briefInputSchema,
  /** `local`, `sandbox` or `live`: where its channels go. */
  mode: modeSchema,
  rehearsal: z.boolean(),
  /** Folder of its files, absolute. */
  folder: z.string(),
  createdAt: instantSchema,
  plan: planSchema.optional(),
  approval: approvalSchema.optional(),
  creatives: z.array(creativeSchema),
  /** Raised to make every address of its media stop working. */
  mediaVersion: z.int().min(1),
});
export type Campaign = z.infer<typeof campaignSchema>;
