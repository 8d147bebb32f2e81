import { z } from 'zod';
import { daySchema, instantSchema } from './primitives.js';
import { trendSourceIdSchema } from './trend.js';

/** What is remembered for a while: whole plans, and what each source of trends has told. */
const cacheNameSchema = z.enum(['plans', ...trendSourceIdSchema.options]);
export type CacheName = z.infer<typeof cacheNameSchema>;

/** How often one cache was asked on one day, by all processes on this store. */
export const cacheReadsSchema = z.object({
  cache: cacheNameSchema,
  day: daySchema,
  /** Questions, and those of them that memory answered. */
  reads: z.int().nonnegative(),
  hits: z.int().nonnegative(),
  /** Counted from the first to the last of these, UTC. */
  since: instantSchema,
  until: instantSchema,
});
export type CacheReads = z.infer<typeof cacheReadsSchema>;
