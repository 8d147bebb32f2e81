import { z } from 'zod';
import { channelSchema } from './primitives.js';

/** Where somebody found the event: a channel, or the print in the store. */
export const placeSchema = z.union([channelSchema, z.literal('print')]);
export type Place = z.infer<typeof placeSchema>;

/** What a place has brought. Figures only: nothing tells who came from where. */
export const placeTallySchema = z.object({
  place: placeSchema,
  /** Times the entry page was opened from there. One person may open it more than once. */
  opened: z.int().nonnegative(),
  entered: z.int().nonnegative(),
});
export type PlaceTally = z.infer<typeof placeTallySchema>;
