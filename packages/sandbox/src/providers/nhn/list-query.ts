import type { SandboxResponse } from '../../response.js';
import { type BrandMessage, toMessageView } from './brand-message.js';
import { nhnAnswer, refuseNhn } from './nhn-answer.js';

/** What a list can be searched by. */
type Listed = Pick<
  BrandMessage,
  'requestId' | 'recipientNo' | 'recipientGroupingKey' | 'senderGroupingKey' | 'takenAt'
>;

const dayMs = 86_400_000;
const widestDays = 31;
const deepestDays = 90;
const defaultPageSize = 15;
const mostRows = 1_000;

function readMinute(query: URLSearchParams, name: string): Date {
  const text = query.get(name) ?? '';
  const at = new Date(`${text.replace(' ', 'T')}:00+09:00`);
  const isShaped = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text) && !Number.isNaN(at.getTime());
  return isShaped ? at : refuseNhn(-4103);
}

/** A request id, or a range of days that is neither too wide nor too long ago. */
function readRange(query: URLSearchParams, now: Date): (message: Listed) => boolean {
  if (query.has('requestId')) {
    return ({ requestId }) => requestId === query.get('requestId');
  }
  const start = readMinute(query, 'startRequestDate');
  const end = readMinute(query, 'endRequestDate');
  if (end.getTime() - start.getTime() > widestDays * dayMs) {
    refuseNhn(-4003);
  }
  if (start > end || now.getTime() - start.getTime() > deepestDays * dayMs) {
    refuseNhn(-4103);
  }
  return ({ takenAt }) => takenAt >= start && takenAt <= end;
}

function readCount(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const count = Number(query.get(name) ?? fallback);
  return Number.isInteger(count) && count >= 1 && count <= most
    ? count
    : refuseNhn(4, `${name} is out of range`);
}

/** One page of the messages that fit, and how many there are. */
export function selectPage<T extends Listed>(
  messages: readonly T[],
  query: URLSearchParams,
  at: Date,
): { readonly page: readonly T[]; readonly totalCount: number } {
  const isInRange = readRange(query, at);
  const pageNum = readCount(query, 'pageNum', 1, Number.MAX_SAFE_INTEGER);
  const pageSize = readCount(query, 'pageSize', defaultPageSize, mostRows);
  const filters = (['senderGroupingKey', 'recipientGroupingKey', 'recipientNo'] as const).filter((name) =>
    query.has(name),
  );
  const fitting = messages.filter(
    (message) => isInRange(message) && filters.every((name) => message[name] === query.get(name)),
  );
  return { page: fitting.slice((pageNum - 1) * pageSize, pageNum * pageSize), totalCount: fitting.length };
}

/** One page of the messages that fit, the latest first. */
export function answerList(
  messages: readonly BrandMessage[],
  query: URLSearchParams,
  at: Date,
): SandboxResponse {
  const { page, totalCount } = selectPage(messages, query, at);
  const shown = page.map((message) => toMessageView(message, at));
  return nhnAnswer(0, { messageSearchResultResponse: { messages: shown, totalCount } });
}
