import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { holidaysBetween, knowsYear } from './holidays.js';

const { calendar } = await openKnowledge();
const made = (year: number) =>
  holidaysBetween(`${year}-01-01`, `${year}-12-31`, calendar)
    .filter(({ name }) => name.endsWith('대체공휴일'))
    .map(({ day }) => day);

describe('holidays', () => {
  it.each([
    [2026, ['2026-03-02', '2026-05-25', '2026-08-17', '2026-10-05']],
    [
      2027,
      ['2027-02-09', '2027-05-03', '2027-07-19', '2027-08-16', '2027-10-04', '2027-10-11', '2027-12-27'],
    ],
  ])('of %d that fall on a weekend are made up for', (year, days) => {
    expect(made(year)).toEqual(days);
  });

  it('that fall on one another are made up for, after the last of them', () => {
    // 2028: Chuseok's own day is 3 October, the national day.
    expect(made(2028)).toContain('2028-10-05');
  });

  it('are named, in order, within the days asked for', () => {
    expect(holidaysBetween('2027-02-01', '2027-02-28', calendar)).toEqual([
      { day: '2027-02-06', name: '설날 연휴' },
      { day: '2027-02-07', name: '설날' },
      { day: '2027-02-08', name: '설날 연휴' },
      { day: '2027-02-09', name: '설날 대체공휴일' },
    ]);
    expect(holidaysBetween('2026-12-20', '2027-01-02', calendar).map(({ name }) => name)).toEqual([
      '성탄절',
      '새해 첫날',
    ]);
  });

  it('of a new law begin with it', () => {
    expect(holidaysBetween('2025-07-17', '2025-07-17', calendar)).toEqual([]);
  });

  it('of the moon are known for some years, and said to be unknown for others', () => {
    expect(knowsYear(2031, calendar)).toBe(true);
    expect(knowsYear(2032, calendar)).toBe(false);
  });

  it('would be missed by whoever forgets the substitutes', () => {
    const plain = {
      ...calendar,
      fixedHolidays: calendar.fixedHolidays.map((row) => ({ ...row, substitute: false })),
    };

    expect(holidaysBetween('2026-08-17', '2026-08-17', plain)).toEqual([]);
    expect(holidaysBetween('2026-08-17', '2026-08-17', calendar)).toHaveLength(1);
  });
});
