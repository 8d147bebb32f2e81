import { z } from 'zod';
import { creativeSchema } from '../../schema/creative.js';
import { channelSchema, modeSchema } from '../../schema/primitives.js';

/** What was decided about the words of each channel, as a run remembers it. */
export const rewritingsSchema = z.array(
  z.tuple([
    channelSchema,
    z.object({
      written: z
        .object({
          body: z.string(),
          hashtags: z.array(z.string()),
          mode: modeSchema,
          madeBy: z.string(),
        })
        .optional(),
      unwritten: creativeSchema.shape.unwritten,
    }),
  ]),
);
