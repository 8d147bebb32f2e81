import { describe, expect, it } from 'vitest';
import { isOpenTooLong, openTimeMs } from './open-time.js';

const openSince = '2026-12-05T12:00:00+09:00';
const msLater = (ms: number) => new Date(Date.parse(openSince) + ms);

describe('the time a circuit is open', () => {
  it.each([
    [0, false],
    [5 * 60_000, false],
    [5 * 60_000 + 1, true],
  ])('of %i ms is too long: %s', (ms, tooLong) => {
    expect(openTimeMs({ openSince }, msLater(ms))).toBe(ms);
    expect(isOpenTooLong({ openSince }, msLater(ms))).toBe(tooLong);
  });

  it('is none while it is closed, nor before it began by a clock that went back', () => {
    expect(openTimeMs({}, msLater(0))).toBe(0);
    expect(openTimeMs({ openSince }, msLater(-1))).toBe(0);
  });
});
