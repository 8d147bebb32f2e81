import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-11-22T10:00:00Z');

describe('retryAfterMs', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['seconds', '120', 120_000],
    ['seconds with spaces', ' 2 ', 2_000],
    ['no time at all', '0', 0],
    ['a fraction', '1.5', 1_500],
    ['a date', 'Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['an old form of date', 'Sunday, 22-Nov-26 10:00:30 GMT', 30_000],
    ['a date that has passed', 'Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['an absurd day', '86400', 86_400_000],
    ['an absurd number', '9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['a negative number', '-5', undefined],
    ['words', 'in 5 minutes', undefined],
    ['a broken date', 'Sunday, soon', undefined],
    ['nothing', '', undefined],
    ['no header', undefined, undefined],
  ])('reads %s: %s', (_, header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it('does not guess a date without a clock', () => {
    expect(retryAfterMs('Sun, 22 Nov 2026 10:00:30 GMT', undefined)).toBeUndefined();
  });
});
