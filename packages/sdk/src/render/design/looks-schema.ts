import { z } from 'zod';
import { industrySchema } from '../../schema/primitives.js';

const hueSchema = z.number().min(0).max(360);
/** Of the deep ground, of the accent and of the second colour. */
const huesSchema = z.tuple([hueSchema, hueSchema, hueSchema]);
/** Names of drawings in the emoji set, most telling first. */
const motifsSchema = z.array(z.string()).min(2);

/** How trades and seasons look. Taste, not fact: it carries no source. */
export const looksSchema = z.strictObject({
  industries: z.record(
    industrySchema,
    z.strictObject({ hues: z.array(huesSchema).min(1), motifs: motifsSchema }),
  ),
  seasons: z.record(z.string(), z.strictObject({ hues: huesSchema, motifs: motifsSchema })),
  everyday: z.strictObject({ motifs: motifsSchema }),
});
export type Looks = z.infer<typeof looksSchema>;
