import { type HolidayCalendar, holidaysBetween, knowsYear } from '../schema/holidays.js';
import type { Insight } from '../schema/insight.js';
import { dayOf } from '../schema/seoul-time.js';
import type { TrendStatement } from '../schema/trend.js';
import type { Ground } from './concept.js';
import type { Season } from './knowledge-schema.js';

/** What is known without asking anybody: the season of this trade and place, holidays, and what the store has measured. */
export function ownTrends(
  { brief, season, knowledge }: Pick<Ground, 'brief' | 'season' | 'knowledge'>,
  insights: readonly Insight[],
): TrendStatement[] {
  const { industry } = brief.store;
  const hook = season && knowledge.seasonHooks[season.id]?.[industry];
  return [
    ...(season ? seasonal(season, { hook, date: knowledge.date }) : []),
    ...holidaysOf(brief.period, knowledge.calendar),
    ...historyOf(insights, brief.period.start),
  ];
}

const mode = 'local' as const;
const practice = '업종·시즌 지식 기반 (경험값)';

interface SeasonFacts {
  readonly hook: string | undefined;
  readonly date: string;
}

function seasonal({ ko, theme, regionNote }: Season, { hook, date }: SeasonFacts): TrendStatement[] {
  const idea = hook ? `. 이 업종에서는 ‘${hook}’ 같은 이벤트가 어울립니다` : '';
  const source = { source: practice, date, mode };
  return [
    { kind: 'season', text: `${ko} 시즌입니다 (${theme})${idea}`, confidence: 'medium', ...source },
    { kind: 'region', text: `${ko}의 지역 차이: ${regionNote}`, confidence: 'low', ...source },
  ];
}

function holidaysOf(
  { start, end }: { readonly start: string; readonly end: string },
  calendar: HolidayCalendar & { readonly date: string; readonly source: string },
): TrendStatement[] {
  const days = holidaysBetween(start, end, calendar);
  const year = Number(end.slice(0, 4));
  const known = knowsYear(year, calendar);
  if (days.length === 0 && known) return [];
  const listed = days.map(({ day, name }) => `${dayText(day)}(${name})`).join(', ');
  const gap = known ? '' : `${year}년의 설날·부처님오신날·추석은 달력에 없습니다`;
  return [
    {
      kind: 'holiday',
      text: [listed && `이벤트 기간의 공휴일: ${listed}`, gap].filter(Boolean).join('. '),
      source: '공휴일 달력 (음력·대체공휴일 포함)',
      date: calendar.date,
      confidence: known && !days.some(({ name }) => name.endsWith('대체공휴일')) ? 'high' : 'medium',
      mode,
    },
  ];
}

const dayText = (day: string) => `${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일`;

/** How many measured campaigns make a habit. Our own choice. */
const someCampaigns = 3;

function historyOf(insights: readonly Insight[], start: string): TrendStatement[] {
  const last = insights
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const entries = insights.map(({ actualEntries }) => actualEntries);
  const month = start.slice(5, 7);
  const alike = insights.filter(({ at }) => dayOf(at).slice(5, 7) === month).length;
  const range = `${Math.min(...entries)}명에서 ${Math.max(...entries)}명`;
  const same = alike > 0 ? `. 같은 달에 끝난 것은 ${alike}번입니다` : '';
  return [
    {
      kind: 'history',
      text: `이 매장이 잰 이벤트 ${insights.length}번에서 ${range}이 응모했습니다${same}`,
      source: '이 매장의 지난 이벤트',
      date: dayOf(last),
      confidence: insights.length >= someCampaigns ? 'high' : 'low',
      mode,
    },
  ];
}
