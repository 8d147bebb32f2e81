import { addDays } from '../schema/seoul-time.js';

/** The part of the calendar that moves sales. */
export interface HolidayCalendar {
  readonly fixedHolidays: readonly { readonly day: string; readonly since?: string | undefined }[];
  readonly years: readonly { readonly seollal: string; readonly buddha: string; readonly chuseok: string }[];
}

/** True on a public holiday in Korea. Substitute holidays are announced year by year and are not known here. */
export function isHoliday(day: string, { fixedHolidays, years }: HolidayCalendar): boolean {
  const fixed = fixedHolidays.some(({ day: date, since = '' }) => day.endsWith(`-${date}`) && day >= since);
  return fixed || years.some((year) => movableHolidays(year).includes(day));
}

function movableHolidays({ seollal, buddha, chuseok }: HolidayCalendar['years'][number]): string[] {
  return [buddha, ...[seollal, chuseok].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])];
}
