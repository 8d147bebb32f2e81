import { z } from 'zod';
import { bilingualSchema, daySchema } from './primitives.js';
import { waiverSchema } from './waiver.js';

export const phaseSchema = z.enum([
  'plan',
  'creative',
  'entry',
  'send',
  'draw',
  'payout',
  'post',
  'incident',
]);
export type Phase = z.infer<typeof phaseSchema>;

/** One rule's verdict on a value. */
export const findingSchema = z.object({
  ruleId: z.string(),
  severity: z.enum(['error', 'warn', 'info']),
  phase: phaseSchema,
  message: bilingualSchema,
  /** Law, platform policy or our own choice. */
  source: z.string(),
  /** How far the source was checked; a rule quoted from memory never blocks. */
  status: z.string(),
  /** First day the rule applies. */
  since: daySchema.optional(),
  /** Place in the value, dotted. */
  path: z.string().optional(),
  /** Somebody's written reason to go on. An accepted one makes an error a warning. */
  waiver: waiverSchema.omit({ rule: true }).extend({ accepted: z.boolean() }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
