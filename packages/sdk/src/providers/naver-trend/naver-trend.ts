import { z } from 'zod';
import { readJson } from '../../http/read-json.js';
import { addDays, dayOf } from '../../schema/seoul-time.js';
import type { TrendStatement } from '../../schema/trend.js';
import type { ProviderOptions } from '../provider-options.js';
import type { TrendData } from '../trend-data.js';
import type { TrendQuestion, TrendSource } from '../trend-source.js';
import { requireTrendAnswer } from './naver-error.js';

/** Where the key is from: NAVER Cloud's API HUB, or developers.naver.com, whose keys end on 2027-06-30. */
export type NaverConsole = 'hub' | 'legacy';

export interface NaverTrendOptions extends ProviderOptions {
  readonly console: NaverConsole;
  readonly id: string;
  readonly key: string;
  readonly keywords: TrendData['keywords'];
}

const provider = 'naver';

const consoles = {
  hub: {
    path: '/search-trend/v1/search',
    headers: (id: string, key: string) => ({ 'X-NCP-APIGW-API-KEY-ID': id, 'X-NCP-APIGW-API-KEY': key }),
  },
  legacy: {
    path: '/v1/datalab/search',
    headers: (id: string, key: string) => ({ 'X-Naver-Client-Id': id, 'X-Naver-Client-Secret': key }),
  },
} as const;

const answerSchema = z.object({
  results: z.array(
    z.object({
      title: z.string(),
      data: z.array(z.object({ period: z.iso.date(), ratio: z.number().nonnegative() })),
    }),
  ),
});

/**
 * What people search a trade by, of late against before. Its terms let nobody keep the results: they live in memory, for
 * as long as their source is believed, and are written nowhere.
 */
export function createNaverTrend(options: NaverTrendOptions): TrendSource {
  const { mode, keywords } = options;
  return {
    id: 'naver',
    mode,
    storable: false,
    blindTo: () => undefined,
    async tell({ industry, season, now }, remember) {
      const groups = groupsOf({ industry, season }, keywords);
      const span = wholeWeeks(now);
      const key = `${industry} ${season ?? '-'} ${span.startDate}`;
      const moves = await remember(key, (signal) => movesOf(options, { ...span, groups }, signal));
      return moves.map((move) => ({ ...toStatement(move), date: span.endDate, mode }));
    },
  };
}

/** Five at most in one question. Their figures compare only because they are in one. */
function groupsOf(
  { industry, season = '' }: Pick<TrendQuestion, 'industry' | 'season'>,
  { industries, seasons }: TrendData['keywords'],
) {
  const ofSeason = seasons[season];
  return [...industries[industry], ...(ofSeason ? [ofSeason] : [])];
}

const comparedWeeks = 4;

/** Twice four weeks, Monday to Sunday, the running one left out. */
function wholeWeeks(now: Date): { readonly startDate: string; readonly endDate: string } {
  const today = dayOf(now);
  const sinceSunday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const endDate = addDays(today, -sinceSunday);
  return { startDate: addDays(endDate, 1 - 2 * comparedWeeks * 7), endDate };
}

interface Asked {
  readonly startDate: string;
  readonly endDate: string;
  readonly groups: readonly { readonly name: string; readonly keywords: readonly string[] }[];
}

interface Move {
  /** Our own word, never the answer's. */
  readonly name: string;
  readonly before: number;
  readonly lately: number;
  /** Weeks that both are the mean of, the fewer. */
  readonly weeks: number;
}

async function movesOf(
  { baseUrl, console, id, key, http, policy }: NaverTrendOptions,
  { startDate, endDate, groups }: Asked,
  signal: AbortSignal,
): Promise<Move[]> {
  const { path, headers } = consoles[console];
  const keywordGroups = groups.map(({ name, keywords }) => ({ groupName: name, keywords }));
  const request = {
    provider,
    method: 'POST',
    url: `${baseUrl}${path}`,
    headers: headers(id, key),
    json: { startDate, endDate, timeUnit: 'week', keywordGroups },
  } as const;
  const { results } = await policy(
    async (signal) => readJson(requireTrendAnswer(await http(request, signal)), answerSchema, provider),
    { signal, repeatable: true },
  );
  const turn = addDays(startDate, comparedWeeks * 7);
  return groups.flatMap(({ name }) => {
    const data = results.find(({ title }) => title === name)?.data ?? [];
    const before = data.filter(({ period }) => period >= startDate && period < turn);
    const lately = data.filter(({ period }) => period >= turn && period <= endDate);
    const weeks = Math.min(before.length, lately.length);
    return weeks === 0 ? [] : [{ name, before: mean(before), lately: mean(lately), weeks }];
  });
}

function mean(points: readonly { readonly ratio: number }[]): number {
  return points.reduce((sum, { ratio }) => sum + ratio, 0) / points.length;
}

/** Below this a change is noise. Our own choice. */
const leastChange = 1.1;
/** A tenth of the highest point: what hardly anybody searches moves by chance. */
const leastShare = 10;

function toStatement({ name, before, lately, weeks }: Move): Omit<TrendStatement, 'date' | 'mode'> {
  const sure = weeks === comparedWeeks && Math.min(before, lately) >= leastShare;
  return {
    kind: 'search',
    text: `‘${name}’ 검색은 지난 ${comparedWeeks}주에 그 전 ${comparedWeeks}주${moved(before, lately)}`,
    source: '네이버 검색어 트렌드',
    confidence: sure ? 'medium' : 'low',
  };
}

function moved(before: number, lately: number): string {
  const times = (one: number, other: number) => (one / Math.max(other, 0.01)).toFixed(1);
  if (lately >= before * leastChange) return `의 ${times(lately, before)}배로 늘었습니다`;
  if (before >= lately * leastChange) return `의 ${times(lately, before)}배로 줄었습니다`;
  return '와 비슷합니다';
}
