import { z } from 'zod';

export const startedSchema = z.object({ runId: z.uuid() });

/** How far a generation is, as it is answered. */
export const generationSchema = z.object({
  runId: z.uuid(),
  campaignId: z.string(),
  state: z.enum(['queued', 'running', 'waiting', 'parked', 'ended', 'failed', 'cancelled']),
  createdAt: z.iso.datetime({ offset: true }),
  items: z.array(
    z.object({
      item: z.string(),
      state: z.enum(['waiting', 'running', 'made', 'not_made']),
      note: z.string().optional(),
    }),
  ),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
});
