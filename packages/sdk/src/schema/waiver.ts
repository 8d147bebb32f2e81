import { z } from 'zod';
import { daySchema } from './primitives.js';

/** A person's decision to go on although a rule says no, and why. What the law forbids outright cannot be waived. */
export const waiverSchema = z.strictObject({
  rule: z
    .string()
    .regex(/^[A-Z]{2,4}-\d{3}$/)
    .describe('규칙 번호, 예: GMB-002'),
  reason: z.string().trim().min(10).max(300).describe('왜 괜찮은지, 10글자 이상'),
  by: z.string().trim().min(1).max(40).describe('누가 판단했는지'),
  on: daySchema.describe('판단한 날, 예: 2026-12-01'),
});
export type Waiver = z.infer<typeof waiverSchema>;
