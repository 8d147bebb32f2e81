import { z } from 'zod';
import { bilingualSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';

/** An informational message to one winner. The phone is not in it. */
export const noticeSchema = z.object({
  entryId: z.string(),
  slot: z.string(),
  state: z.enum(['sent', 'failed', 'in_doubt', 'waiting']),
  mode: modeSchema,
  /** `정*훈 · 5678`: enough for the person, too little for others. */
  masked: z.string(),
  costKrw: krwSchema,
  at: instantSchema,
  error: z.object({ code: z.string(), message: bilingualSchema }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;
