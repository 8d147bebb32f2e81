import { z } from 'zod';
import { bilingualSchema, channelSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';

/**
 * `held`: waits for a command. `prepared`: a package lies ready for a person to place. `submitted`: the channel has
 * taken it. `in_review`: the channel looks at it. `scheduled`: it passed and has a time. `published`: people can see
 * it. `refused`: the channel looked at it and said no. `failed`: definitely not there. `in_doubt`: it may be there; a
 * look-up or a person must tell. `withdrawn`: it was there, or on its way, and has been taken back.
 */
export const publicationStateSchema = z.enum([
  'held',
  'prepared',
  'submitted',
  'in_review',
  'scheduled',
  'published',
  'refused',
  'failed',
  'in_doubt',
  'withdrawn',
]);
export type PublicationState = z.infer<typeof publicationStateSchema>;

/** People a message was meant for. `pending` have neither got it nor been given up. */
const deliverySchema = z.object({
  accepted: z.int().nonnegative(),
  delivered: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  pending: z.int().nonnegative(),
});
export type DeliveryCount = z.infer<typeof deliverySchema>;

export const publicationSchema = z.object({
  campaignId: z.string(),
  channel: channelSchema,
  state: publicationStateSchema,
  mode: modeSchema,
  /** Name of the outside system. */
  provider: z.string().optional(),
  /** Id at the channel. */
  externalId: z.string().optional(),
  url: z.string().optional(),
  contentHash: z.string(),
  costKrw: krwSchema,
  /** When this state was learnt. */
  at: instantSchema,
  /** True when the wire protocol is our assumption because the channel publishes none. */
  assumedProtocol: z.boolean(),
  /** Who says that it is in this state: the channel itself, the fetched page, or a person. */
  evidence: z.enum(['channel', 'page', 'person']).optional(),
  /** When it will be shown, once the channel has said so. */
  scheduledFor: instantSchema.optional(),
  delivery: deliverySchema.optional(),
  /** What the channel says beside its state. */
  note: z.string().optional(),
  error: z.object({ code: z.string(), message: bilingualSchema, hint: bilingualSchema }).optional(),
});
export type Publication = z.infer<typeof publicationSchema>;
