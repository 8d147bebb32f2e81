import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { StoreError } from '../errors/index.js';
import { parseRow } from '../schema/parse.js';
import { daySchema, industrySchema } from '../schema/primitives.js';
import { trendSourceIdSchema } from '../schema/trend.js';

const spanSchema = z.object({
  value: z.int().positive(),
  unit: z.literal('ms'),
  source: z.string(),
  date: daySchema,
});

const freshnessSchema = z.object({
  ttlMs: z.int().positive(),
  /** How long past its time an answer stands in while a new one is fetched behind it. */
  graceMs: z.int().nonnegative(),
  source: z.string(),
  date: daySchema,
});

const sourcesSchema = z.object({
  /** How long a plan waits for all sources. What comes later serves the next one. */
  waitMs: spanSchema,
  /** How long a source that refused us is left alone. */
  pauseMs: spanSchema,
  freshness: z.record(trendSourceIdSchema, freshnessSchema),
});

const wordsSchema = z.object({ name: z.string(), keywords: z.array(z.string()).min(1).max(20) });

const keywordsSchema = z.object({
  date: daySchema,
  source: z.string(),
  industries: z.record(industrySchema, z.array(wordsSchema).min(1).max(4)),
  seasons: z.record(z.string(), wordsSchema),
});

const pointSchema = z.object({ name: z.string(), lat: z.number(), lon: z.number() });

const placesSchema = z.object({
  date: daySchema,
  source: z.string(),
  provinces: z.array(
    pointSchema.extend({
      names: z.array(z.string()).min(1),
      /** Of the legal districts, as far as it is the province's. */
      code: z.string(),
      cities: z.array(pointSchema),
    }),
  ),
  /** Places that live on visitors, by the beginning of their names. */
  tourist: z.array(z.string()),
});

const districtsSchema = z.object({
  date: daySchema,
  source: z.string(),
  radiusM: z.int().min(1).max(2_000),
  mostRows: z.int().min(1).max(1_000),
  /** How the register of businesses calls a trade: codes of its classes, by their beginning, or names of small classes. */
  trades: z.record(industrySchema, z.object({ codes: z.array(z.string()), names: z.array(z.string()) })),
});

const schemas = {
  sources: sourcesSchema,
  keywords: keywordsSchema,
  places: placesSchema,
  districts: districtsSchema,
} as const;
type Name = keyof typeof schemas;

/** What we know of those who know trends: how long they are believed, and what they call things. */
export type TrendData = { readonly [N in Name]: z.output<(typeof schemas)[N]> };

const shippedFolder = new URL('../../assets/trends/', import.meta.url);

/** @throws {@link StoreError} `STORE_001` when a file is missing, `STORE_002` when it is not what it should be */
export async function openTrendData(folder: URL = shippedFolder): Promise<TrendData> {
  const names = Object.keys(schemas) as Name[];
  const entries = await Promise.all(names.map(async (name) => [name, await read(name, folder)] as const));
  return Object.fromEntries(entries) as unknown as TrendData;
}

async function read(name: Name, folder: URL): Promise<unknown> {
  const file = new URL(`${name}.json`, folder);
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new StoreError('STORE_001', { path: file.pathname }, { cause });
  });
  return parseRow(z.preprocess(toJson, schemas[name]), text, `trends/${name}.json`);
}

function toJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
