import type { Brief } from '../schema/brief.js';
import { addDays } from '../schema/seoul-time.js';
import type { Calendar } from './calendar-schema.js';
import type { Knowledge } from './knowledge.js';
import type { Season } from './knowledge-schema.js';

interface Window {
  readonly from: string;
  readonly to: string;
}

/**
 * The season a campaign belongs to: the one whose days it shares most, among those that can still be prepared for.
 * Where a season comes at other times in other regions, the region of the store decides; its days are those of most years.
 */
export function seasonOf(
  { period, store }: Pick<Brief, 'period'> & { readonly store: Pick<Brief['store'], 'region'> },
  today: string,
  knowledge: Pick<Knowledge, 'seasons' | 'calendar'>,
): Season | undefined {
  const shared = knowledge.seasons.map((season) => ({
    season,
    days: Math.max(
      0,
      ...windowsOf(season, { start: period.start, region: store.region }, knowledge.calendar)
        .filter((window) => sharedDays(period, window) > 0 && today >= addDays(window.from, -season.leadDays))
        .map((window) => sharedDays(period, window)),
    ),
  }));
  const best = shared.reduce((most, one) => (one.days > most.days ? one : most), {
    season: undefined,
    days: 0,
  } as { season: Season | undefined; days: number });
  return best.season;
}

export interface ComingSeason extends Window {
  readonly season: Season;
  readonly prepareFrom: string;
}

interface Outlook {
  readonly today: string;
  /** Days after today within which a season begins. */
  readonly mostDays: number;
  readonly region: string;
}

/** Seasons that have not begun, the nearest first; each once. */
export function comingSeasons(
  { today, mostDays, region }: Outlook,
  { seasons, calendar }: Pick<Knowledge, 'seasons' | 'calendar'>,
): ComingSeason[] {
  const latest = addDays(today, mostDays);
  const starts = [today, `${Number(today.slice(0, 4)) + 1}-01-01`]; // a window belongs to the year it is asked for
  return seasons
    .flatMap((season) => {
      const windows = starts.flatMap((start) => windowsOf(season, { start, region }, calendar));
      const [next] = windows
        .filter(({ from }) => from > today && from <= latest)
        .toSorted((a, b) => (a.from < b.from ? -1 : 1));
      return next ? [{ season, ...next, prepareFrom: addDays(next.from, -season.leadDays) }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

interface Place {
  readonly start: string;
  readonly region: string;
}

function windowsOf({ dateRule }: Season, { start, region }: Place, calendar: Calendar): Window[] {
  const year = Number(start.slice(0, 4));
  if (dateRule.type === 'solar') {
    const { from_, to } = dateRule;
    // A window over New Year belongs to two years.
    return [year - 1, year].map((from) => ({
      from: `${from}-${from_}`,
      to: `${to < from_ ? from + 1 : from}-${to}`,
    }));
  }
  if (dateRule.type === 'regional') return regionalWindows(dateRule.rule, region, year);
  const [before, after] = dateRule.window;
  const anchors = calendar.years
    .filter((row) => row.year === year)
    .flatMap((row) => anchorsOf(dateRule, row));
  return anchors.map((day) => ({ from: addDays(day, before), to: addDays(day, after) }));
}

/** `대전·서울 4/1~4/12`: regions, and days of every year. */
const regionalDays = /([가-힣·]+) (\d+)\/(\d+)~(\d+)\/(\d+)/g;

function regionalWindows(rule: string, region: string, year: number): Window[] {
  const day = (month = '', date = '') => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return [...rule.matchAll(regionalDays)]
    .filter(([, places = '']) => places.split('·').some((place) => region.startsWith(place)))
    .map(([, , ...numbers]) => ({ from: day(numbers[0], numbers[1]), to: day(numbers[2], numbers[3]) }));
}

type Anchored = Exclude<Season['dateRule'], { type: 'solar' | 'regional' }>;

function anchorsOf(rule: Anchored, row: Calendar['years'][number]): readonly string[] {
  if (rule.type === 'boknal') return row.boknal;
  if (rule.type === 'nth_weekday') return [row.suneung];
  return [rule.month === 1 ? row.seollal : row.chuseok];
}

function sharedDays({ start, end }: Brief['period'], { from, to }: Window): number {
  const first = start > from ? start : from;
  const last = end < to ? end : to;
  return first > last ? 0 : daysBetween(first, last) + 1;
}

/** Days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
