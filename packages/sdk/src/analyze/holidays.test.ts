import { expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { isHoliday } from './holidays.js';

const { calendar } = await openKnowledge();

it.each([
  ['2026-12-25', true],
  ['2026-02-16', true],
  ['2026-02-18', true],
  ['2026-02-19', false],
  ['2026-09-25', true],
  ['2026-05-24', true],
  ['2026-07-17', true],
  ['2025-07-17', false],
  ['2026-12-24', false],
  ['2026-08-17', true],
])('%s: %s', (day, holiday) => {
  expect(isHoliday(day, calendar)).toBe(holiday);
});
