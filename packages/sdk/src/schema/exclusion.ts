import { z } from 'zod';
import { instantSchema } from './primitives.js';

/** Why an entry does not take part in the draw: what the rules of the event say, or the person's own wish. */
export const exclusionReasonSchema = z.enum(['staff', 'duplicate', 'fraud', 'withdrawn']);
export type ExclusionReason = z.infer<typeof exclusionReasonSchema>;

const exclusionSchema = z.object({
  entryId: z.string().length(32),
  reason: exclusionReasonSchema,
  at: instantSchema,
});
export type Exclusion = z.infer<typeof exclusionSchema>;
