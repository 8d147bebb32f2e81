import { seededBytes } from '../../seeded.js';
import type { TimeUnit, TrendRequest } from './trend-request.js';

interface Point {
  readonly period: string;
  readonly ratio: number;
}

export interface TrendResult {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly data: readonly Point[];
}

const dayMs = 86_400_000;

/** Weeks begin on Monday, months on their first day, as in the real answers. */
function toPeriodStart(day: string, unit: TimeUnit): string {
  if (unit === 'month') {
    return `${day.slice(0, 7)}-01`;
  }
  const instant = Date.parse(`${day}T00:00:00Z`);
  const backDays = unit === 'week' ? (new Date(instant).getUTCDay() + 6) % 7 : 0;
  return new Date(instant - backDays * dayMs).toISOString().slice(0, 10);
}

function listPeriods({ startDate, endDate, timeUnit }: TrendRequest): readonly string[] {
  const periods = new Set<string>();
  for (let at = Date.parse(startDate); at <= Date.parse(endDate); at += dayMs) {
    periods.add(toPeriodStart(new Date(at).toISOString().slice(0, 10), timeUnit));
  }
  return [...periods];
}

/** Popularity of a keyword on a day: a wave over the year, a smaller one over the week, and a little noise. */
function toInterest(seed: string, keyword: string, period: string): number {
  const [size = 0, phase = 0, swing = 0] = seededBytes(seed, keyword);
  const noise = (seededBytes(seed, keyword, period)[0] ?? 0) / 255;
  const day = Date.parse(period) / dayMs;
  const season = 1 + (0.2 + swing / 640) * Math.sin((2 * Math.PI * (day + phase)) / 365.25);
  const week = 1 + 0.1 * Math.sin((2 * Math.PI * day) / 7);
  return (40 + size) * season * week * (0.92 + 0.16 * noise);
}

/** About one period in thirty has too few searches and is absent, as in real answers. */
const isMissing = (seed: string, keyword: string, period: string): boolean =>
  (seededBytes(seed, keyword, period, 'missing')[0] ?? 0) < 8;

/** Ratios are relative to the highest point of this one answer, which is 100. */
export function createTrendResults(seed: string, request: TrendRequest): readonly TrendResult[] {
  const periods = listPeriods(request);
  const raw = request.keywordGroups.map(({ groupName, keywords }) => ({
    title: groupName,
    keywords,
    data: periods
      .filter((period) => !isMissing(seed, groupName, period))
      .map((period) => ({
        period,
        ratio: keywords.reduce((sum, keyword) => sum + toInterest(seed, keyword, period), 0),
      })),
  }));
  const highest = Math.max(1, ...raw.flatMap(({ data }) => data.map(({ ratio }) => ratio)));
  return raw.map((result) => ({
    ...result,
    data: result.data.map(({ period, ratio }) => ({
      period,
      ratio: Math.round((ratio / highest) * 10_000_000) / 100_000,
    })),
  }));
}
