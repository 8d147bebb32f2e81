import type { Brief } from '../schema/brief.js';
import { addDays } from '../schema/seoul-time.js';
import type { Knowledge } from './knowledge.js';
import type { Calendar, Season } from './knowledge-schema.js';

interface Window {
  readonly from: string;
  readonly to: string;
}

/**
 * The season a campaign belongs to: the one whose days it shares most, among those that can still be prepared for.
 * Regional seasons are left to people, because their days change every year.
 */
export function seasonOf(
  { period }: Pick<Brief, 'period'>,
  today: string,
  knowledge: Pick<Knowledge, 'seasons' | 'calendar'>,
): Season | undefined {
  const shared = knowledge.seasons.map((season) => ({
    season,
    days: Math.max(
      0,
      ...windowsOf(season, period.start, knowledge.calendar)
        .filter(({ from }) => today >= addDays(from, -season.leadDays))
        .map((window) => sharedDays(period, window)),
    ),
  }));
  const best = shared.reduce((most, one) => (one.days > most.days ? one : most), {
    season: undefined,
    days: 0,
  } as { season: Season | undefined; days: number });
  return best.season;
}

function windowsOf({ dateRule }: Season, start: string, calendar: Calendar): Window[] {
  const year = Number(start.slice(0, 4));
  if (dateRule.type === 'solar') {
    const { from_, to } = dateRule;
    // A window over New Year belongs to two years.
    return [year - 1, year].map((from) => ({
      from: `${from}-${from_}`,
      to: `${to < from_ ? from + 1 : from}-${to}`,
    }));
  }
  if (dateRule.type === 'regional') return [];
  const [before, after] = dateRule.window;
  const anchors = calendar.years
    .filter((row) => row.year === year)
    .flatMap((row) => anchorsOf(dateRule, row));
  return anchors.map((day) => ({ from: addDays(day, before), to: addDays(day, after) }));
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
