import { z } from 'zod';
import { daySchema, modeSchema } from './primitives.js';

export const trendSourceIdSchema = z.enum(['naver', 'kma', 'tour', 'semas']);
export type TrendSourceId = z.infer<typeof trendSourceIdSchema>;

/** One thing that is known of trade, place or time, with where it came from and how far to trust it. */
export const trendStatementSchema = z.object({
  kind: z.enum(['season', 'holiday', 'region', 'history', 'search', 'weather', 'festival', 'district']),
  /** A plain sentence. Names in it that others chose stand in quotation marks. */
  text: z.string(),
  source: z.string(),
  /** Day, Asia/Seoul, that the source's data is of. */
  date: daySchema,
  confidence: z.enum(['high', 'medium', 'low']),
  mode: modeSchema,
});
export type TrendStatement = z.infer<typeof trendStatementSchema>;

/** What became of one source that could have been asked. */
const trendSourceStateSchema = z.object({
  id: trendSourceIdSchema,
  /**
   * `used`, or why not: `nothing` to tell, `absent` without a key, `offline` as told to, `no_place` known of the store,
   * `too_far` ahead, `late` and being asked behind the plan, `failed`, or `not_kept` since its terms forbid keeping it.
   */
  state: z.enum([
    'used',
    'nothing',
    'absent',
    'offline',
    'no_place',
    'too_far',
    'late',
    'failed',
    'not_kept',
  ]),
  mode: modeSchema.optional(),
  /** Of the error, when it failed. */
  code: z.string().optional(),
});
export type TrendSourceState = z.infer<typeof trendSourceStateSchema>;

export const trendsSchema = z.object({
  statements: z.array(trendStatementSchema),
  sources: z.array(trendSourceStateSchema),
});
export type Trends = z.infer<typeof trendsSchema>;
