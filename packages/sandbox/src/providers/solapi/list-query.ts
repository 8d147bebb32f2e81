import type { JsonRecord } from '../../json.js';
import { isRecord } from '../../json.js';
import { type SolapiMessage, toMessageView } from './message.js';
import { refuseValidation } from './solapi-error.js';

type Condition = (message: JsonRecord) => boolean;

const plainFilters = ['messageId', 'groupId', 'to', 'from', 'type', 'statusCode'];
const defaultLimit = 20;
const mostRows = 500;

const comparisons: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  gte: (left, right) => left >= right,
  lt: (left, right) => left < right,
  lte: (left, right) => left <= right,
  like: (left, right) => left.includes(right),
};

/** A value by name; `customFields.rowKey` reaches into the caller's own fields, which is assumed to be possible. */
function readValue(message: JsonRecord, name: string): string {
  const value = name.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), message);
  return typeof value === 'string' ? value : '';
}

/** `criteria=a,b&cond=eq,eq&value=x,y`: all must hold. */
function readCriteria(query: URLSearchParams): readonly Condition[] {
  const [names, conditions, values] = ['criteria', 'cond', 'value'].map(
    (key) => query.get(key)?.split(',') ?? [],
  );
  return (names ?? []).map((name, index) => {
    const compare = comparisons[conditions?.[index] ?? 'eq'];
    const value = values?.[index];
    if (!compare || value === undefined) {
      return refuseValidation('criteria, cond and value must be lists of one length');
    }
    return (message) => compare(readValue(message, name), value);
  });
}

function readConditions(query: URLSearchParams): readonly Condition[] {
  const plain = plainFilters
    .filter((name) => query.has(name))
    .map(
      (name): Condition =>
        (message) =>
          readValue(message, name) === query.get(name),
    );
  const from = query.get('startDate');
  const to = query.get('endDate');
  const toInstant = (message: JsonRecord) => Date.parse(readValue(message, 'dateCreated'));
  return [
    ...plain,
    ...readCriteria(query),
    ...(from === null ? [] : [(message: JsonRecord) => toInstant(message) >= Date.parse(from)]),
    ...(to === null ? [] : [(message: JsonRecord) => toInstant(message) <= Date.parse(to)]),
  ];
}

function readLimit(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? defaultLimit);
  const isAllowed = Number.isInteger(limit) && limit >= 1 && limit <= mostRows;
  return isAllowed ? limit : refuseValidation(`limit must be 1 to ${mostRows}`);
}

/** One page of the messages that fit, keyed by id as the real list is; `nextKey` starts the next page. */
export function answerList(messages: readonly SolapiMessage[], query: URLSearchParams, at: Date): JsonRecord {
  const conditions = readConditions(query);
  const limit = readLimit(query);
  const startKey = query.get('startKey');
  const fitting = messages
    .map((message) => toMessageView(message, at))
    .filter((message) => conditions.every((holds) => holds(message)));
  const from = startKey === null ? 0 : fitting.findIndex(({ messageId }) => messageId === startKey);
  const page = from < 0 ? [] : fitting.slice(from, from + limit);
  return {
    startKey,
    limit,
    nextKey: from < 0 ? null : (fitting[from + limit]?.['messageId'] ?? null),
    messageList: Object.fromEntries(page.map((message) => [String(message['messageId']), message])),
  };
}
