import { z } from 'zod';
import { bilingualSchema, instantSchema, krwSchema, modeSchema } from './primitives.js';

/** `winner`: they have won. `reminder`: they have, and time runs out. `void`: the draw does not hold. */
export const noticeKindSchema = z.enum(['winner', 'reminder', 'void']);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** How a message reaches a phone: by KakaoTalk from an approved template, or as a text message, short or long. */
export const messageKindSchema = z.enum(['alimtalk', 'sms', 'lms']);
export type MessageKind = z.infer<typeof messageKindSchema>;

/** What is known of one message that was handed over. */
const sendingSchema = z.object({
  /** As what it went out, as far as is known; absent where it was not kept. */
  kind: messageKindSchema.optional(),
  /** Ours, with the messenger and in the ledger. */
  reference: z.string().optional(),
});

/** An informational message to one winner. The phone is not in it. */
const noticeStateSchema = z.enum(['sent', 'failed', 'in_doubt', 'waiting']);

/** What was sent after it. */
const followUpSchema = z.object({
  state: noticeStateSchema,
  at: instantSchema,
  costKrw: krwSchema,
  ...sendingSchema.shape,
});

export const noticeSchema = z.object({
  entryId: z.string(),
  slot: z.string(),
  state: noticeStateSchema,
  mode: modeSchema,
  /** `정*훈 · 5678`: enough for the person, too little for others. */
  masked: z.string(),
  /** With the reminder's. */
  costKrw: krwSchema,
  ...sendingSchema.shape,
  at: instantSchema,
  /** The one reminder before the deadline. */
  reminder: followUpSchema.optional(),
  /** That the draw does not hold, to those who had heard that they have won. Paid for apart. */
  voided: followUpSchema.optional(),
  error: z.object({ code: z.string(), message: bilingualSchema }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;
