export interface HourRow {
  readonly category: string;
  readonly fcstDate: string;
  readonly fcstTime: string;
  readonly fcstValue: string;
}

/** A day's weather in what a shop feels of it. */
export interface DayWeather {
  readonly day: string;
  readonly lowC: number;
  readonly highC: number;
  /** Hours of rain, sleet, snow or showers between opening and closing. */
  readonly wetHours: number;
  readonly snows: boolean;
}

/** Hours at which customers come. Our own choice. */
const opens = '0900';
const closes = '2100';

/** Hour by hour to day by day. A day without a temperature is left out. */
export function sumUp(rows: readonly HourRow[]): DayWeather[] {
  const days = [...new Set(rows.map(({ fcstDate }) => fcstDate))];
  return days.flatMap((date) => {
    const ofDay = rows.filter(({ fcstDate }) => fcstDate === date);
    const temperatures = valuesOf(ofDay, 'TMP');
    if (temperatures.length === 0) return [];
    const open = ofDay.filter(({ fcstTime }) => fcstTime >= opens && fcstTime <= closes);
    const falls = valuesOf(open, 'PTY');
    return [
      {
        day: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
        lowC: Math.min(...temperatures, ...valuesOf(ofDay, 'TMN')),
        highC: Math.max(...temperatures, ...valuesOf(ofDay, 'TMX')),
        wetHours: falls.filter((kind) => kind > 0).length,
        snows: falls.some((kind) => kind === 2 || kind === 3),
      },
    ];
  });
}

/** Absent values are written as 900 and more, or -900 and less. */
const mostPlausible = 900;

function valuesOf(rows: readonly HourRow[], wanted: string): number[] {
  return rows
    .filter(({ category }) => category === wanted)
    .map(({ fcstValue }) => Number(fcstValue))
    .filter((value) => Number.isFinite(value) && Math.abs(value) < mostPlausible);
}

/** `12월 1일~3일 서울 날씨: …`, from one day on. */
export function weatherText(days: readonly DayWeather[], place: string): string {
  const wet = days.filter(({ wetHours }) => wetHours > 0);
  const sky =
    wet.length === 0
      ? '영업시간에 비나 눈 예보가 없습니다'
      : `${wet.map(({ day, snows }) => `${dayText(day)}에 ${snows ? '눈' : '비'}`).join(', ')} 예보가 있습니다`;
  const low = Math.round(Math.min(...days.map(({ lowC }) => lowC)));
  const high = Math.round(Math.max(...days.map(({ highC }) => highC)));
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const span = first === last ? dayText(first) : `${dayText(first)}~${dayText(last)}`;
  return `${span} ${place} 날씨: ${sky}. 기온은 ${low}도에서 ${high}도입니다`;
}

export function dayText(day: string): string {
  return `${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일`;
}
