import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import { type DealerBatch, type PersonOutcome, totalOf } from '../kakao-dealer.js';
import { readInstant } from './list-windows.js';
import { nobodyCode } from './nhn-error.js';

const provider = 'nhn';

/** Of every answer. */
export const headerSchema = z.object({ isSuccessful: z.boolean(), resultCode: z.int() });

export interface NhnEnvelope {
  readonly header: z.infer<typeof headerSchema>;
}

/** The answer to a request to send. A refusal of all may still name each. */
export const sentSchema = z.object({
  header: headerSchema,
  message: z
    .object({
      requestId: z.string().nullish(),
      sendResults: z.array(z.object({ resultCode: z.int() })).default([]),
    })
    .nullish(),
});
export type NhnSent = z.infer<typeof sentSchema>;

/** Only what is read. */
const rowSchema = z.object({
  requestId: z.string(),
  messageStatus: z.string(),
  resultCode: z.string().nullish(),
  createDate: z.string().nullish(),
  requestDate: z.string().nullish(),
  senderGroupingKey: z.string().nullish(),
  recipientGroupingKey: z.string().nullish(),
});
export type NhnRow = z.infer<typeof rowSchema>;

export const listSchema = z.object({
  header: headerSchema,
  messageSearchResultResponse: z
    .object({ messages: z.array(rowSchema), totalCount: z.int().nonnegative() })
    .nullish(),
});

/** Whoever the answer does not name was taken, unless nobody was. */
export function toSent({ header, message }: NhnSent, total: number, sentAt: Date): DealerBatch {
  const isNobody = header.resultCode === nobodyCode;
  const batchId = message?.requestId ?? undefined;
  if (batchId === undefined && !isNobody)
    throw new ProviderError('PROVIDER_004', { provider, reason: 'no requestId' });
  const refused = (message?.sendResults ?? []).flatMap(({ resultCode }) =>
    resultCode === 0 ? [] : [toRefusal(resultCode)],
  );
  const unnamed: PersonOutcome = isNobody ? toRefusal(nobodyCode) : { state: 'pending' };
  const outcomes = Array.from({ length: total }, (_, index) => refused[index] ?? unnamed);
  return { batchId: batchId ?? '', total, sentAt, outcomes };
}

function toRefusal(resultCode: number): PersonOutcome {
  return { state: 'refused', code: `${resultCode}` };
}

/** @param rows - One at least. */
export function toBatch(rows: readonly NhnRow[]): DealerBatch {
  const [first] = rows;
  const own = rows.filter(({ requestId }) => requestId === first?.requestId);
  const rowKeys = own.flatMap(({ recipientGroupingKey }) => recipientGroupingKey ?? []);
  return {
    batchId: first?.requestId ?? '',
    total: Math.max(own.length, totalOf(rowKeys)),
    sentAt: readInstant(first?.createDate) ?? readInstant(first?.requestDate),
    outcomes: own.map(toOutcome),
  };
}

/**
 * Source: NHN Cloud's guide, read 2026-11-20. `COMPLETED` alone says that the request was worked off; that Kakao
 * delivered it, only `MRC01` says.
 */
function toOutcome({ messageStatus, resultCode }: NhnRow): PersonOutcome {
  if (resultCode === 'MRC01') return { state: 'delivered' };
  if (resultCode) return { state: 'failed', code: resultCode };
  const isOver = messageStatus === 'FAILED' || messageStatus === 'CANCEL';
  return isOver ? { state: 'failed', code: 'MRC02' } : { state: 'pending' };
}
