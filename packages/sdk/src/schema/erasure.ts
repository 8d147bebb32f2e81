import { z } from 'zod';
import { campaignIdSchema, instantSchema } from './primitives.js';

const winnerKeyKindSchema = z.enum(['claim-key', 'tax-key']);

/** What was destroyed of a campaign's personal data, as its audit chain keeps it. Nobody is named. */
export const erasureSchema = z.strictObject({
  type: z.literal('ERASE'),
  campaignId: campaignIdSchema,
  at: instantSchema,
  /** `schedule`: on the promised day or after it. `request`: sooner, by the organiser's own decision. */
  reason: z.enum(['schedule', 'request']),
  /** Entries of which no name, no phone and no proof of ownership is left. */
  erased: z.int().min(0),
  /** Phones that are kept because their owners agreed to hear of the store until they withdraw. Their names are gone. */
  keptForMarketing: z.int().min(0),
  /** Data keys with a lower version were destroyed: whatever they sealed, in whatever backup, opens no more. */
  dataKeysBelow: z.int().min(1),
  /**
   * Keys of the winners' side that are no more: that of their links, and that of tax papers where none has to be kept.
   * Absent where it was done before they were destroyed as well.
   */
  keysDestroyed: z.array(winnerKeyKindSchema).optional(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Its tax papers, and their key, whose time was over only later. */
const paperErasureSchema = z.strictObject({
  type: z.literal('ERASE_TAX'),
  campaignId: campaignIdSchema,
  at: instantSchema,
  keysDestroyed: z.array(winnerKeyKindSchema),
});
export type PaperErasure = z.infer<typeof paperErasureSchema>;

/** The erasure of a campaign, signed by the organiser's key of the campaign, for whoever asks. */
const erasureReceiptSchema = z.strictObject({
  erasure: erasureSchema,
  /** Ed25519 over `kt-event-erasure/1\0` and the canonical erasure; both parts hex. */
  signature: z.strictObject({ public_key: z.string(), value: z.string() }),
});
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>;
