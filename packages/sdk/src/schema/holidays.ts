import { addDays } from './seoul-time.js';

/** The part of the calendar that moves sales. */
export interface HolidayCalendar {
  readonly fixedHolidays: readonly {
    /** Month and day. */
    readonly day: string;
    readonly name: string;
    readonly since?: string | undefined;
    readonly substitute: boolean;
  }[];
  /** Moved by the moon, year by year. */
  readonly years: readonly {
    readonly year: number;
    readonly seollal: string;
    readonly buddha: string;
    readonly chuseok: string;
  }[];
}

export interface Holiday {
  readonly day: string;
  readonly name: string;
}

interface Dated extends Holiday {
  /** What is made up for when it falls on one: a Sunday only, or a Saturday as well. */
  readonly substitute?: 'sunday' | 'weekend' | undefined;
}

/** Public holidays in Korea from one day to another, both included: those of the moon, and the days that make up for one. */
export function holidaysBetween(from: string, to: string, calendar: HolidayCalendar): Holiday[] {
  const years = range(Number(from.slice(0, 4)), Number(to.slice(0, 4)));
  return years
    .flatMap((year) => holidaysOf(year, calendar))
    .filter(({ day }) => day >= from && day <= to)
    .sort((one, other) => one.day.localeCompare(other.day));
}

/** Whether the moon's holidays of a year are in the calendar. */
export function knowsYear(year: number, { years }: Pick<HolidayCalendar, 'years'>): boolean {
  return years.some((row) => row.year === year);
}

function holidaysOf(year: number, calendar: HolidayCalendar): Holiday[] {
  const dated = [...fixedOf(year, calendar), ...movedOf(year, calendar)];
  dated.sort((one, other) => one.day.localeCompare(other.day));
  const taken = new Set(dated.map(({ day }) => day));
  const made = dated.flatMap((holiday, index) => {
    const doubled = dated.some(({ day }, other) => day === holiday.day && other < index);
    if (!holiday.substitute || !(doubled || isOff(holiday.day, holiday.substitute))) return [];
    const day = nextWorkingDay(holiday.day, taken);
    taken.add(day);
    return [{ day, name: `${holiday.name} 대체공휴일` }];
  });
  return [...dated.map(({ day, name }) => ({ day, name })), ...made];
}

function fixedOf(year: number, { fixedHolidays }: HolidayCalendar): Dated[] {
  return fixedHolidays
    .map(({ day, name, since = '', substitute }) => ({ day: `${year}-${day}`, name, since, substitute }))
    .filter(({ day, since }) => day >= since)
    .map(({ day, name, substitute }) => ({ day, name, substitute: substitute ? 'weekend' : undefined }));
}

function movedOf(year: number, { years }: HolidayCalendar): Dated[] {
  return years
    .filter((row) => row.year === year)
    .flatMap(({ seollal, buddha, chuseok }): Dated[] => [
      { day: buddha, name: '부처님오신날', substitute: 'weekend' },
      ...threeDays(seollal, '설날'),
      ...threeDays(chuseok, '추석'),
    ]);
}

function threeDays(day: string, name: string): Dated[] {
  const around = `${name} 연휴`;
  return [
    { day: addDays(day, -1), name: around, substitute: 'sunday' },
    { day, name, substitute: 'sunday' },
    { day: addDays(day, 1), name: around, substitute: 'sunday' },
  ];
}

function nextWorkingDay(day: string, taken: ReadonlySet<string>): string {
  let next = addDays(day, 1);
  while (taken.has(next) || isOff(next, 'weekend')) next = addDays(next, 1);
  return next;
}

function isOff(day: string, kind: 'sunday' | 'weekend'): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || (kind === 'weekend' && weekday === 6);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
