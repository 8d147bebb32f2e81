import { z } from 'zod';
import { bilingualSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';

/** An informational message to one winner. The phone is not in it. */
const noticeStateSchema = z.enum(['sent', 'failed', 'in_doubt', 'waiting']);

export const noticeSchema = z.object({
  entryId: z.string(),
  slot: z.string(),
  state: noticeStateSchema,
  mode: modeSchema,
  /** `정*훈 · 5678`: enough for the person, too little for others. */
  masked: z.string(),
  /** With the reminder's. */
  costKrw: krwSchema,
  at: instantSchema,
  /** The one reminder before the deadline. */
  reminder: z.object({ state: noticeStateSchema, at: instantSchema, costKrw: krwSchema }).optional(),
  error: z.object({ code: z.string(), message: bilingualSchema }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;
