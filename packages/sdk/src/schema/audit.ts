import { z } from 'zod';
import { eventIdSchema, organiserSignatureSchema, sha256Schema, utcSchema } from './draw.js';

/** What has just become true when the head of a campaign's audit chain is signed. `hour`: nothing but that time has passed. */
const milestoneSchema = z.enum(['commitment', 'draw', 'notices', 'void', 'erasure', 'hour']);
export type Milestone = z.infer<typeof milestoneSchema>;

/** What the organiser signs of a campaign's audit chain: no record up to it can be changed or taken out unseen. */
export const auditHeadSchema = z.strictObject({
  audit: z.literal('kt-event-audit/1'),
  event_id: eventIdSchema,
  /** Records so far. */
  no: z.int().min(1),
  /** Hash of the last of them. */
  head: sha256Schema,
  milestone: milestoneSchema,
  at: utcSchema,
  signature: organiserSignatureSchema,
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** A whole chain with its signed heads: a file that can be checked alone. */
export const auditFileSchema = z.strictObject({
  records: z.array(z.record(z.string(), z.json())),
  heads: z.array(auditHeadSchema),
});
export type AuditFile = z.infer<typeof auditFileSchema>;
