import { z } from 'zod';
import { bilingualSchema, channelSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';

/**
 * `published`: people can see it. `submitted`: the channel accepted it and reviews it.
 * `prepared`: a package lies ready for a person to place. `failed`: definitely not there.
 * `in_doubt`: it may be there; a look-up or a person must tell.
 */
export const publicationStateSchema = z.enum(['published', 'submitted', 'prepared', 'failed', 'in_doubt']);

export const publicationSchema = z.object({
  campaignId: z.string(),
  channel: channelSchema,
  state: publicationStateSchema,
  mode: modeSchema,
  /** Id at the channel. */
  externalId: z.string().optional(),
  url: z.string().optional(),
  contentHash: z.string(),
  costKrw: krwSchema,
  at: instantSchema,
  /** True when the wire protocol is our assumption because the channel publishes none. */
  assumedProtocol: z.boolean(),
  error: z.object({ code: z.string(), message: bilingualSchema, hint: bilingualSchema }).optional(),
});
export type Publication = z.infer<typeof publicationSchema>;
