import { z } from 'zod';
import { addDays, dayOf } from '../../schema/seoul-time.js';
import type { TrendStatement } from '../../schema/trend.js';
import type { Place } from '../trend-place.js';
import type { TrendQuestion, TrendSource } from '../trend-source.js';
import { toGrid } from './forecast-grid.js';
import { askPublicData, oneOrMany, type PublicDataOptions } from './public-data.js';
import { type DayWeather, sumUp, weatherText } from './weather-days.js';

const path = '1360000/VilageFcstInfoService_2.0/getVilageFcst';
/** Days after today that the forecast reaches at any hour. */
const reachDays = 3;

const hourSchema = z.object({
  category: z.string(),
  fcstDate: z.string().regex(/^\d{8}$/),
  fcstTime: z.string().regex(/^\d{4}$/),
  fcstValue: z.coerce.string(),
});
const bodySchema = z.object({ items: oneOrMany(hourSchema) });

interface Forecast {
  readonly baseDay: string;
  readonly days: readonly DayWeather[];
}

/** The Korea Meteorological Administration's short-term forecast for the days of an event that it reaches. */
export function createKmaForecast(options: PublicDataOptions & { readonly now: () => Date }): TrendSource {
  const { mode } = options;
  return {
    id: 'kma',
    mode,
    storable: true,
    blindTo: ({ place, period, now }) => {
      if (!place) return 'no_place';
      return period.start > addDays(dayOf(now), reachDays) ? 'too_far' : undefined;
    },
    async tell(question, remember) {
      const { place } = question;
      if (!place) return [];
      const { nx, ny } = toGrid(place);
      const forecast = await remember(`${nx},${ny}`, (signal) => newest(options, { nx, ny }, signal));
      return toStatements(forecast, question, place).map((statement) => ({ ...statement, mode }));
    },
  };
}

interface Square {
  readonly nx: number;
  readonly ny: number;
}

/** The last forecast published, or the one before it when that is late. */
async function newest(
  options: PublicDataOptions & { readonly now: () => Date },
  square: Square,
  signal: AbortSignal,
): Promise<Forecast> {
  const [last, before] = basesAt(options.now());
  return (
    (await published(options, { ...square, ...last }, signal)) ??
    (await published(options, { ...square, ...before }, signal)) ?? { baseDay: before.day, days: [] }
  );
}

interface Base {
  readonly day: string;
  readonly time: string;
}

async function published(
  options: PublicDataOptions,
  { nx, ny, day, time }: Square & Base,
  signal: AbortSignal,
): Promise<Forecast | undefined> {
  const query = {
    pageNo: '1',
    numOfRows: '1000',
    dataType: 'JSON',
    base_date: day.replaceAll('-', ''),
    base_time: time,
    nx: String(nx),
    ny: String(ny),
  };
  const body = await askPublicData(options, { provider: 'kma', path, query, schema: bodySchema }, signal);
  return body && { baseDay: day, days: sumUp(body.items) };
}

/** At 02, 05, 08 … 23 o'clock, to be had about ten minutes later. */
const publishedEveryHours = 3;
const firstHour = 2;
const readyAfterMinutes = 15;
const minuteMs = 60_000;

/** The two forecasts that were published last. */
export function basesAt(now: Date): readonly [Base, Base] {
  const seoul = new Date(now.getTime() + (9 * 60 - readyAfterMinutes) * minuteMs);
  const back = (seoul.getUTCHours() - firstHour + 24) % publishedEveryHours;
  const base = (hours: number): Base => {
    const at = new Date(seoul.getTime() - hours * 60 * minuteMs).toISOString();
    return { day: at.slice(0, 10), time: `${at.slice(11, 13)}00` };
  };
  return [base(back), base(back + publishedEveryHours)];
}

function toStatements(
  { baseDay, days }: Forecast,
  { period }: TrendQuestion,
  { name, exact }: Place,
): Omit<TrendStatement, 'mode'>[] {
  const within = days.filter(({ day }) => day >= period.start && day <= period.end);
  if (within.length === 0) return [];
  return [
    {
      kind: 'weather',
      text: weatherText(within, name),
      source: '기상청 단기예보',
      date: baseDay,
      confidence: exact ? 'high' : 'medium',
    },
  ];
}
