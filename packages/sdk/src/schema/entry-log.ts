import { z } from 'zod';
import { organiserSignatureSchema } from './draw.js';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What the organiser signs of a campaign's entry log while it grows: what is in it can no longer be taken out. */
export const logHeadSchema = z.strictObject({
  log: z.literal('kt-event-log/1'),
  event_id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** Entries so far. */
  size: z.int().min(1),
  root: hashSchema,
  /** Instant, UTC. */
  at: z.iso.datetime(),
  signature: organiserSignatureSchema,
});
export type LogHead = z.infer<typeof logHeadSchema>;

/** Heads with what joins each to the one before: a file that can be checked alone. */
export const logHeadsSchema = z.strictObject({
  heads: z.array(logHeadSchema).min(1),
  /** From each head to the next: one proof fewer than there are heads. */
  proofs: z.array(z.array(hashSchema).max(64)),
});
export type LogHeads = z.infer<typeof logHeadsSchema>;

/** Where an entry stands in the log, as the organiser shows it. */
const logPlaceSchema = z.strictObject({
  head: logHeadSchema,
  leaf: hashSchema,
  path: z.array(hashSchema).max(64),
});
export type LogPlace = z.infer<typeof logPlaceSchema>;
