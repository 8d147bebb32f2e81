import { z } from 'zod';
import { tokenSchema } from './access-token.js';

/** Ids go into addresses: digits, and nothing that leads elsewhere. */
const graphIdSchema = z.string().regex(/^\d{1,32}$/);

export const idSchema = z.object({ id: graphIdSchema });

export const containerSchema = z.object({
  status_code: z.enum(['IN_PROGRESS', 'FINISHED', 'PUBLISHED', 'ERROR', 'EXPIRED']),
  /** Words; after a failure they hold its subcode. */
  status: z.string().optional(),
});
export type Container = z.infer<typeof containerSchema>;

export const mediaSchema = z.object({
  id: graphIdSchema,
  permalink: z.url({ protocol: /^https?$/ }).optional(),
  caption: z.string().optional(),
});
export type Media = z.infer<typeof mediaSchema>;

export const mediaListSchema = z.object({ data: z.array(mediaSchema) });

/** An account without a limit has an empty list. */
export const quotaSchema = z.object({
  data: z.array(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }) })),
});

/** A metric without data has no row, or a row without values. */
export const insightsSchema = z.object({
  data: z.array(
    z.object({ name: z.string(), values: z.array(z.object({ value: z.unknown() })).default([]) }),
  ),
});
export type InsightRow = z.infer<typeof insightsSchema>['data'][number];

export const renewedSchema = z.object({ access_token: tokenSchema, expires_in: z.number().positive() });
