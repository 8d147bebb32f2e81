import { z } from 'zod';
import { instantSchema } from './primitives.js';

/**
 * `held`: given and waiting to be used. `redeemed`: used. `expired`: past its time, its piece not yet counted back.
 * `returned`: past its time, and its piece can be had again under another number.
 */
const couponStateSchema = z.enum(['held', 'redeemed', 'expired', 'returned']);

/** One numbered coupon of a first-come campaign, without its person. */
const couponSchema = z.object({
  couponNo: z.int().min(1),
  state: couponStateSchema,
  issuedAt: instantSchema,
  /** The last moment at which it can be used. */
  until: instantSchema,
  /** When it was used, or given back. */
  endedAt: instantSchema.optional(),
});
export type Coupon = z.infer<typeof couponSchema>;
