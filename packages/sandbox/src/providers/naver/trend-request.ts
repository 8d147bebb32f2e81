import { isRecord, type JsonRecord, listAt, textAt } from '../../json.js';
import { isCalendarDay } from '../../seoul-time.js';

export type TimeUnit = 'date' | 'week' | 'month';

interface KeywordGroup {
  readonly groupName: string;
  readonly keywords: readonly string[];
}

export interface TrendRequest {
  readonly startDate: string;
  readonly endDate: string;
  readonly timeUnit: TimeUnit;
  readonly keywordGroups: readonly KeywordGroup[];
}

const earliestDay = '2016-01-01';
const mostGroups = 5;
const mostKeywords = 20;
const ages = new Set(Array.from({ length: 11 }, (_, index) => String(index + 1)));

function readGroup(value: unknown): KeywordGroup | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const groupName = textAt(value, 'groupName');
  const keywords = listAt(value, 'keywords').filter((keyword) => typeof keyword === 'string');
  const isWhole = keywords.length > 0 && keywords.length === listAt(value, 'keywords').length;
  return groupName && isWhole && keywords.length <= mostKeywords ? { groupName, keywords } : undefined;
}

function readPeriod(body: JsonRecord): Pick<TrendRequest, 'startDate' | 'endDate'> | undefined {
  const startDate = textAt(body, 'startDate') ?? '';
  const endDate = textAt(body, 'endDate') ?? '';
  const areDays = isCalendarDay(startDate) && isCalendarDay(endDate);
  return areDays && startDate >= earliestDay && startDate <= endDate ? { startDate, endDate } : undefined;
}

const isTimeUnit = (value: unknown): value is TimeUnit =>
  value === 'date' || value === 'week' || value === 'month';

function hasKnownFilters(body: JsonRecord): boolean {
  const isOneOf = (key: string, values: readonly string[]) => values.includes(textAt(body, key) ?? '');
  return (
    isOneOf('device', ['', 'pc', 'mo']) &&
    isOneOf('gender', ['', 'm', 'f']) &&
    listAt(body, 'ages').every((age) => ages.has(String(age)))
  );
}

/** Reads a search trend request; `undefined` when the real server would refuse it. */
export function readTrendRequest(body: unknown): TrendRequest | undefined {
  if (!isRecord(body) || !isTimeUnit(body['timeUnit']) || !hasKnownFilters(body)) {
    return undefined;
  }
  const period = readPeriod(body);
  const groups = listAt(body, 'keywordGroups').map(readGroup);
  const keywordGroups = groups.filter((group) => group !== undefined);
  const isWhole = groups.length > 0 && groups.length <= mostGroups && keywordGroups.length === groups.length;
  return period && isWhole ? { ...period, timeUnit: body['timeUnit'], keywordGroups } : undefined;
}
