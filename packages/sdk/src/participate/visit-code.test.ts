import { describe, expect, it } from 'vitest';
import { isVisitCode, visitCode } from './visit-code.js';

const key = Buffer.alloc(32, 5);
const at = new Date('2026-12-05T03:00:00Z');
const seoul = (time: string) => new Date(`${time}+09:00`);

describe('a visit code', () => {
  it('is six digits, the same for a day in Seoul and then another', () => {
    const codes = ['2026-12-05T00:00', '2026-12-05T23:59', '2026-12-06T00:00'].map((time) =>
      visitCode(key, seoul(time)),
    );

    expect(codes[0]).toMatch(/^\d{6}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(codes[2]).not.toBe(codes[0]);
  });

  it('is good on its day and ten minutes longer, not before and not after', () => {
    const code = visitCode(key, at);
    const good = ['2026-12-04T23:59', '2026-12-05T00:00', '2026-12-06T00:09', '2026-12-06T00:10'].map(
      (time) => isVisitCode(key, code, seoul(time)),
    );

    expect(good).toEqual([false, true, true, false]);
  });

  it('is worth nothing in another campaign, cut short or with more behind it', () => {
    const code = visitCode(key, at);

    expect(isVisitCode(Buffer.alloc(32, 6), code, at)).toBe(false);
    expect(isVisitCode(key, code.slice(1), at)).toBe(false);
    expect(isVisitCode(key, `${code}0`, at)).toBe(false);
    expect(isVisitCode(key, ` ${code} `, at)).toBe(true);
  });
});
