import { z } from 'zod';
import {
  eventIdSchema,
  futureRoundSchema,
  organiserSignatureSchema,
  sha256Schema,
  utcSchema,
} from './draw.js';

/** Why a draw does not hold. */
export const voidReasonSchema = z.enum([
  'randomness_missing',
  'list_wrong',
  'entry_log_broken',
  'key_exposed',
  'rules_broken',
]);
export type VoidReason = z.infer<typeof voidReasonSchema>;

/** What a person says about it, for everybody to read. */
export const voidWordsSchema = z
  .string()
  .trim()
  .min(10)
  .max(500)
  .regex(/^[^\p{C}]*$/u);

/** That a draw does not hold, for ever. Public, and no personal data. */
export const drawVoidSchema = z.strictObject({
  void: z.literal('kt-event-draw-void/1'),
  event_id: eventIdSchema,
  commitment_hash: sha256Schema,
  /** Of the canonical transcript; absent when the draw was void before anybody was drawn. */
  transcript_sha256: sha256Schema.exactOptional(),
  reason: voidReasonSchema,
  words: voidWordsSchema,
  voided_at: utcSchema,
  /** The randomness of the draw that takes this one's place, in another event. Absent when none was announced. */
  next_draw: futureRoundSchema.exactOptional(),
  /** The audit chain as it was then: how many records, and the hash of the last. */
  audit: z.strictObject({ no: z.int().min(0), head: sha256Schema }),
});
export type DrawVoid = z.infer<typeof drawVoidSchema>;

/** Signed by the key that signed the commitment. */
export const signedVoidSchema = z.strictObject({
  record: drawVoidSchema,
  signature: organiserSignatureSchema,
});
export type SignedVoid = z.infer<typeof signedVoidSchema>;
