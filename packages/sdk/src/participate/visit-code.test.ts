import { describe, expect, it } from 'vitest';
import { isVisitCode, visitCode, visitWindowMs } from './visit-code.js';

const key = Buffer.alloc(32, 5);
const at = new Date('2026-12-05T03:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

describe('a visit code', () => {
  it('is six digits, the same for a while and then another', () => {
    const codes = [0, visitWindowMs - 1, visitWindowMs].map((ms) => visitCode(key, later(ms)));

    expect(codes[0]).toMatch(/^\d{6}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(codes[2]).not.toBe(codes[0]);
  });

  it('is good in its window and the next, not before and not after', () => {
    const code = visitCode(key, at);
    const good = [-1, 0, visitWindowMs, 2 * visitWindowMs - 1, 2 * visitWindowMs].map((ms) =>
      isVisitCode(key, code, later(ms)),
    );

    expect(good).toEqual([false, true, true, true, false]);
  });

  it('is worth nothing in another campaign, cut short or with more behind it', () => {
    const code = visitCode(key, at);

    expect(isVisitCode(Buffer.alloc(32, 6), code, at)).toBe(false);
    expect(isVisitCode(key, code.slice(1), at)).toBe(false);
    expect(isVisitCode(key, `${code}0`, at)).toBe(false);
    expect(isVisitCode(key, ` ${code} `, at)).toBe(true);
  });
});
