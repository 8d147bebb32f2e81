import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { aSchedule } from '../testing/fixtures.js';
import { anAward } from './__fixtures__/an-award.js';
import { endOfDay, finalAt, heirUntil, reminderAt, winnersUntil } from './award-calendar.js';

const schedule = aSchedule({ claimUntil: '2026-12-22T13:00:00+09:00' });

it('lets the day that a notice names last until midnight', () => {
  expect(winnersUntil(schedule)).toBe('2026-12-23T00:00:00+09:00');
  expect(endOfDay('2026-12-23T00:00:00+09:00')).toBe('2026-12-23T00:00:00+09:00');
});

it('ends before the personal data is destroyed', () => {
  expect(finalAt(schedule)).toBe('2027-01-18T00:00:00+09:00');
});

it('gives a reserve a week of its own, less at the end, and nothing when it would be no chance', () => {
  expect(heirUntil(schedule, new Date('2026-12-23T00:00:00+09:00'))).toBe('2026-12-30T00:00:00+09:00');
  expect(heirUntil(schedule, new Date('2027-01-14T09:00:00+09:00'))).toBe('2027-01-18T00:00:00+09:00');
  expect(heirUntil(schedule, new Date('2027-01-15T09:00:00+09:00'))).toBeUndefined();
});

it('reminds at noon of the day before, whom it told earlier and has not reminded', () => {
  const told = anAward({
    state: 'notified',
    toldAt: '2026-12-15T04:00:00Z',
    claimUntil: '2026-12-23T00:00:00+09:00',
  });

  expect(reminderAt(told)?.toISOString()).toBe('2026-12-21T03:00:00.000Z');
  expect(reminderAt({ ...told, remindedAt: '2026-12-21T03:00:00Z' })).toBeUndefined();
  expect(reminderAt({ ...told, toldAt: '2026-12-21T23:00:00Z' })).toBeUndefined();
  expect(reminderAt({ ...told, state: 'claimed' })).toBeUndefined();
});

test.prop([fc.date({ min: new Date('2026-12-15'), max: new Date('2027-03-01'), noInvalidDate: true })])(
  'never lets anybody claim after the final date, or in less than three days',
  (at) => {
    const until = heirUntil(schedule, at);
    if (until === undefined) return;

    expect(Date.parse(until)).toBeLessThanOrEqual(Date.parse(finalAt(schedule)));
    expect(Date.parse(until) - at.getTime()).toBeGreaterThanOrEqual(3 * 86_400_000);
    expect(Date.parse(until)).toBeLessThan(Date.parse(schedule.deleteAt));
  },
);
