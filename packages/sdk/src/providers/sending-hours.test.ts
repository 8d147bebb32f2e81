import { expect, it } from 'vitest';
import { brandMessageHours, nextSendingTime, noticeHours } from './sending-hours.js';

const next = (instant: string, hours = brandMessageHours) =>
  nextSendingTime(new Date(instant), hours).toISOString();

it('allows the hours from 08:00 to 20:50 in Seoul, edges as written', () => {
  expect(next('2026-12-01T08:00:00+09:00')).toBe('2026-11-30T23:00:00.000Z');
  expect(next('2026-12-01T20:49:59+09:00')).toBe('2026-12-01T11:49:59.000Z');
});

it('names the next morning when the day is over and the same morning before it begins', () => {
  expect(next('2026-12-31T20:50:00+09:00')).toBe('2026-12-31T23:00:00.000Z');
  expect(next('2026-12-31T23:59:59+09:00')).toBe('2026-12-31T23:00:00.000Z');
  expect(next('2027-01-01T00:00:00+09:00')).toBe('2026-12-31T23:00:00.000Z');
  expect(next('2027-01-01T07:59:59+09:00')).toBe('2026-12-31T23:00:00.000Z');
});

it('lets a notice go ten minutes longer than advertising', () => {
  expect(next('2026-12-01T20:55:00+09:00', noticeHours)).toBe('2026-12-01T11:55:00.000Z');
});
