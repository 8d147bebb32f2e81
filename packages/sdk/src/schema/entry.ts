import { z } from 'zod';
import { campaignIdSchema, instantSchema } from './primitives.js';
import { ticketSchema, visitProofSchema } from './visit.js';

/** What a participant sends. Strict: a field we did not ask for is refused. */
export const entryInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  phone: z.string().min(9).max(20),
  /** Agreement to the collection notice, without which there is no entry. */
  consent: z.literal(true),
  /** Separate, optional and never a condition. */
  marketingConsent: z.boolean().default(false),
  /** At least fourteen years old. Source: 개인정보보호법 §22의2. */
  overFourteen: z.literal(true),
  /** Code shown in the store; a right one adds the visit bonus. */
  visitCode: z.string().max(16).optional(),
  /** Number of a till receipt, where the campaign takes those as a proof of the visit. */
  receiptNo: z.string().max(32).optional(),
});
export type EntryInput = z.input<typeof entryInputSchema>;

/** What the store holds about an entry, apart from the sealed name and phone. */
export const entrySchema = z.object({
  /** 16 random bytes, hex. */
  id: z.string().length(32),
  campaignId: campaignIdSchema,
  /** Order of arrival within the campaign, from 1. */
  seq: z.int().min(1),
  weight: z.int().min(1),
  visited: z.boolean(),
  /** What proved the visit; absent without one. */
  visitProof: visitProofSchema.optional(),
  marketingConsent: z.boolean(),
  /** First-come only: 1..stock. */
  couponNo: z.int().min(1).optional(),
  ownerTag: z.string().length(64),
  receivedAt: instantSchema,
});
export type Entry = z.infer<typeof entrySchema>;

/** What the participant keeps: enough to find the entry in the draw's list. */
export const receiptSchema = z.object({
  campaignId: campaignIdSchema,
  entryId: z.string().length(32),
  /** 16 random bytes, hex: proves ownership without showing the phone. */
  salt: z.string().length(32),
  seq: z.int().min(1),
  weight: z.int().min(1),
  /** Why it weighs that much; lotteries only. */
  tickets: z.array(ticketSchema).optional(),
  couponNo: z.int().min(1).optional(),
  receivedAt: instantSchema,
  /** The entry's leaf in the campaign's entry log, hex. */
  logLeaf: z.string().length(64),
  /** Ed25519 over the canonical receipt, hex. */
  signature: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What came of one request to take part. */
export interface Participation {
  readonly receipt: Receipt;
  /** True when this exact request had been answered before. */
  readonly replayed: boolean;
}
