import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseRow } from '../../schema/parse.js';
import { industrySchema } from '../../schema/primitives.js';

const wordsSchema = z.string().min(3).max(200);

/** What models are asked to paint, in English. Taste, not fact: it carries no source. */
const scenesSchema = z.strictObject({
  /** Things of a trade, for one look each. */
  industries: z.record(industrySchema, z.tuple([wordsSchema, wordsSchema, wordsSchema])),
  seasons: z.record(z.string(), wordsSchema),
  moods: z.strictObject({ safe: wordsSchema, balanced: wordsSchema, bold: wordsSchema }),
  /** How it is seen, for one look each. */
  compositions: z.tuple([wordsSchema, wordsSchema, wordsSchema]),
  style: wordsSchema,
  avoid: wordsSchema,
  /** How a clip is seen, and what moves in it. */
  clip: z.strictObject({ composition: wordsSchema, style: wordsSchema, motion: wordsSchema }),
});
export type Scenes = z.infer<typeof scenesSchema>;

const shippedFile = new URL('../../../assets/scenes.json', import.meta.url);

export async function openScenes(): Promise<Scenes> {
  return parseRow(scenesSchema, JSON.parse(await readFile(shippedFile, 'utf8')), 'scenes.json');
}
