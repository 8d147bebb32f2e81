import { type HolidayCalendar, holidaysBetween } from '../schema/holidays.js';

/** True on a public holiday in Korea, and on a day that makes up for one. */
export function isHoliday(day: string, calendar: HolidayCalendar): boolean {
  return holidaysBetween(day, day, calendar).length > 0;
}
