import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { StoreError } from '../errors/index.js';
import { parseRow } from '../schema/parse.js';
import { daySchema } from '../schema/primitives.js';

const figureSchema = z.object({
  value: z.number().positive(),
  unit: z.string(),
  source: z.string(),
  date: daySchema,
});

const modelProviderSchema = z.enum(['anthropic', 'openai']);
export type ModelProvider = z.infer<typeof modelProviderSchema>;

const modelRowSchema = z.object({
  id: z.string(),
  provider: modelProviderSchema,
  usdPerMillionInput: z.number().nonnegative(),
  usdPerMillionOutput: z.number().nonnegative(),
  /** How much it thinks before it answers, in the provider's own word. */
  effort: z.string().optional(),
  /** Day on which the provider switches it off, when one is announced. */
  endsOn: daySchema.optional(),
  source: z.string(),
  date: daySchema,
});
export type ModelRow = z.infer<typeof modelRowSchema>;

const described = {
  id: z.string(),
  /** Day on which the provider switches it off, when one is announced. */
  endsOn: daySchema.optional(),
  source: z.string(),
  date: daySchema,
};

const imageProviderSchema = z.enum(['sdwebui', 'openai', 'stability']);
export type ImageProvider = z.infer<typeof imageProviderSchema>;

const imageModelRowSchema = z.object({
  ...described,
  provider: imageProviderSchema,
  /** Square, of about a megapixel. */
  usdPerPicture: z.number().nonnegative(),
});

const videoProviderSchema = z.enum(['runway', 'veo']);
export type VideoProvider = z.infer<typeof videoProviderSchema>;

const videoModelRowSchema = z.object({
  ...described,
  provider: videoProviderSchema,
  usdPerSecond: z.number().nonnegative(),
  /** Length of the clips that are ordered of it. */
  seconds: z.int().min(1),
  /** Whether it takes no order without a picture to begin with. */
  wantsPicture: z.boolean().default(false),
});

const catalogueSchema = z.object({
  readOn: daySchema,
  krwPerUsd: figureSchema,
  /** Most that the models of one plan may cost, won. */
  planCapKrw: figureSchema,
  /** Most that painting for one campaign may cost, won, unless the environment says otherwise. */
  paintCapKrw: figureSchema,
  /** Most that rewriting the channel texts of one campaign may cost, won. */
  writeCapKrw: figureSchema,
  /** Days before its end from which a model is spoken of. */
  warnDays: figureSchema,
  defaults: z.record(modelProviderSchema, z.string()),
  models: z.array(modelRowSchema),
  imageDefaults: z.record(imageProviderSchema, z.string()),
  imageModels: z.array(imageModelRowSchema),
  videoDefaults: z.record(videoProviderSchema, z.string()),
  videoModels: z.array(videoModelRowSchema),
});
export type ModelCatalogue = z.infer<typeof catalogueSchema>;

const shippedFile = new URL('../../assets/models.json', import.meta.url);

/**
 * Reads the models we know: prices, ends and the rate they are paid at, each with its source and day.
 *
 * @throws {@link StoreError} `STORE_001` when the file is missing, `STORE_002` when it is not what it should be
 */
export async function openModelCatalogue(file: URL = shippedFile): Promise<ModelCatalogue> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new StoreError('STORE_001', { path: file.pathname }, { cause });
  });
  return parseRow(z.preprocess(toJson, catalogueSchema), text, 'models.json');
}

function toJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** The row of a model. One that nobody has written down is priced like the dearest of its provider. */
export function modelRow({ models }: ModelCatalogue, provider: ModelProvider, id: string): ModelRow {
  const own = models.filter((row) => row.provider === provider);
  const row = rowOf(own, id, ({ usdPerMillionOutput }) => usdPerMillionOutput);
  return own.includes(row) ? row : { ...row, effort: undefined };
}

/** The row of a model that paints. One that nobody has written down is priced like the dearest of its provider. */
export function imageModelRow({ imageModels }: ModelCatalogue, provider: ImageProvider, id: string) {
  return rowOf(
    imageModels.filter((row) => row.provider === provider),
    id,
    ({ usdPerPicture }) => usdPerPicture,
  );
}

/** As {@link imageModelRow}, for clips. */
export function videoModelRow({ videoModels }: ModelCatalogue, provider: VideoProvider, id: string) {
  return rowOf(
    videoModels.filter((row) => row.provider === provider),
    id,
    ({ usdPerSecond }) => usdPerSecond,
  );
}

function rowOf<Row extends { readonly id: string; readonly source: string }>(
  own: readonly Row[],
  id: string,
  usd: (row: Row) => number,
): Row {
  const known = own.find((row) => row.id === id);
  if (known) return known;
  const dearest = own.reduce((most, row) => (usd(row) > usd(most) ? row : most));
  return {
    ...dearest,
    id,
    endsOn: undefined,
    source: `unknown model, priced like ${dearest.id}: ${dearest.source}`,
  };
}
