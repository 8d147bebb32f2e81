import { z } from 'zod';
import type { MessageKind } from '../../schema/notice.js';
import type { Outcome } from '../messenger.js';
import { headerSchema } from './nhn-answer.js';

const resultSchema = z.object({
  resultCode: z.int(),
  recipientGroupingKey: z.string().nullish(),
});

/** What was said about each of a request, by our key; the id of the request. */
export const alimTalkSentSchema = z.object({
  header: headerSchema,
  message: z
    .object({ requestId: z.string().nullish(), sendResults: z.array(resultSchema).default([]) })
    .nullish(),
});

export const textSentSchema = z.object({
  header: headerSchema,
  body: z
    .object({
      data: z
        .object({ requestId: z.string().nullish(), sendResultList: z.array(resultSchema).default([]) })
        .nullish(),
    })
    .nullish(),
});

const keys = { senderGroupingKey: z.string().nullish(), recipientGroupingKey: z.string().nullish() };
const alimTalkRowSchema = z.object({
  ...keys,
  requestId: z.string(),
  messageStatus: z.string(),
  resultCode: z.string().nullish(),
  /** Whether a text message followed: `RSC01` to `RSC05`. */
  resendStatus: z.string().nullish(),
  resendType: z.string().nullish(),
});
const textRowSchema = z.object({
  ...keys,
  requestId: z.string(),
  msgStatus: z.coerce.string(),
  resultCode: z.coerce.string().nullish(),
});

export const alimTalkListSchema = z.object({
  header: headerSchema,
  messageSearchResultResponse: z
    .object({ messages: z.array(alimTalkRowSchema), totalCount: z.int().nonnegative() })
    .nullish(),
});
export const textListSchema = z.object({
  header: headerSchema,
  body: z.object({ data: z.array(textRowSchema), totalCount: z.int().nonnegative() }).nullish(),
});

/** One message that NHN has taken, with what it has become. */
export interface NhnTaken {
  readonly reference: string;
  readonly key: string;
  readonly requestId: string;
  /** As what it was handed over. */
  readonly kind: MessageKind;
  readonly outcome: Outcome;
}

const resentAs = { SMS: 'sms', LMS: 'lms' } as const;

/**
 * `COMPLETED` alone says that the request was worked off; that KakaoTalk delivered it, only `MRC01` says. After a failure
 * the text message decides: `RSC04` it arrived, `RSC05` it did not. That these two mean so is from memory [M].
 */
export function alimTalkOutcome(row: z.infer<typeof alimTalkRowSchema>): Outcome {
  const { messageStatus, resultCode, resendStatus, resendType } = row;
  if (resultCode === 'MRC01') return { state: 'delivered', kind: 'alimtalk' };
  const isOver = Boolean(resultCode) || messageStatus === 'FAILED' || messageStatus === 'CANCEL';
  if (!isOver) return { state: 'pending', kind: 'alimtalk' };
  const kind = resentAs[resendType as keyof typeof resentAs] ?? 'lms';
  if (resendStatus === 'RSC04') return { state: 'delivered', kind };
  if (resendStatus === 'RSC02' || resendStatus === 'RSC03') return { state: 'pending', kind };
  const reason = resultCode ?? messageStatus;
  return { state: 'failed', kind: resendStatus === 'RSC05' ? kind : 'alimtalk', reason };
}

/** Source: NHN Cloud's guide to SMS v3.0, `msgStatus`, read 2026-11-20. */
export function textOutcome(row: z.infer<typeof textRowSchema>, kind: 'sms' | 'lms'): Outcome {
  const { msgStatus, resultCode } = row;
  if (msgStatus === '3') return { state: 'delivered', kind };
  if (msgStatus === '1' || msgStatus === '2') return { state: 'pending', kind };
  return { state: 'failed', kind, reason: resultCode || `msgStatus ${msgStatus}` };
}

/** The path and the form are from memory of NHN's guide [M]; that `TSC03` is approved, from the guide itself. */
export const templatesSchema = z.object({
  header: headerSchema,
  templateListResponse: z
    .object({
      templates: z.array(
        z.object({ templateCode: z.string(), templateContent: z.string(), status: z.string() }),
      ),
    })
    .nullish(),
});
