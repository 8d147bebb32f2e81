import { describe, expect, it } from 'vitest';
import { isVisitCode, visitCode, visitCodeTimes } from './visit-code.js';

const key = Buffer.alloc(32, 5);
const at = new Date('2026-12-05T03:00:00Z');
const seoul = (time: string) => new Date(`${time}+09:00`);
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
const good = (kind: 'rotating' | 'daily', code: string, times: readonly Date[]) =>
  times.map((time) => isVisitCode(key, kind, code, time));

describe('a rotating code', () => {
  it('is six digits, the same for a minute and then another', () => {
    const codes = [0, 59, 60].map((seconds) => visitCode(key, 'rotating', later(seconds)));

    expect(codes[0]).toMatch(/^\d{6}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(codes[2]).not.toBe(codes[0]);
  });

  it('is good in its minute and five minutes longer, not before and not after', () => {
    const code = visitCode(key, 'rotating', at);

    expect(good('rotating', code, [later(-1), at, later(359), later(360)])).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('tells the screen when it changes, and people how long it is good', () => {
    const { changesAt, goodUntil } = visitCodeTimes('rotating', later(17));
    const code = visitCode(key, 'rotating', later(17));

    expect(visitCode(key, 'rotating', changesAt)).not.toBe(code);
    expect(visitCode(key, 'rotating', new Date(changesAt.getTime() - 1))).toBe(code);
    expect(good('rotating', code, [new Date(goodUntil.getTime() - 1), goodUntil])).toEqual([true, false]);
  });

  it('leaves a guess one chance in 166,667: six codes at once and no more', () => {
    const all = Array.from({ length: 1_000_000 }, (_, no) => String(no).padStart(6, '0'));
    const distinct = new Set(
      Array.from({ length: 6 }, (_, no) => visitCode(key, 'rotating', later(-60 * no))),
    );

    expect(distinct.size).toBe(6);
    const sample = all.filter((code) => code.endsWith('7') || distinct.has(code));
    expect(sample.filter((code) => isVisitCode(key, 'rotating', code, at)).sort()).toEqual(
      [...distinct].sort(),
    );
  });
});

describe('a daily code', () => {
  it('is good on its day in Seoul and ten minutes longer, not before and not after', () => {
    const code = visitCode(key, 'daily', at);
    const times = [
      '2026-12-04T23:59',
      '2026-12-05T00:00',
      '2026-12-05T23:59',
      '2026-12-06T00:09',
      '2026-12-06T00:10',
    ];

    expect(good('daily', code, times.map(seoul))).toEqual([false, true, true, true, false]);
    expect(visitCodeTimes('daily', at).changesAt).toEqual(seoul('2026-12-06T00:00'));
  });

  it('is none of the rotating ones', () => {
    expect(isVisitCode(key, 'rotating', visitCode(key, 'daily', at), at)).toBe(false);
    expect(isVisitCode(key, 'daily', visitCode(key, 'rotating', at), at)).toBe(false);
  });
});

describe('any code', () => {
  it('is worth nothing in another campaign, cut short or with more behind it', () => {
    const code = visitCode(key, 'rotating', at);

    expect(isVisitCode(Buffer.alloc(32, 6), 'rotating', code, at)).toBe(false);
    expect(good('rotating', code.slice(1), [at])).toEqual([false]);
    expect(good('rotating', `${code}0`, [at])).toEqual([false]);
  });

  it('may be typed as it is shown, in two halves', () => {
    const code = visitCode(key, 'rotating', at);

    expect(good('rotating', ` ${code.slice(0, 3)} ${code.slice(3)} `, [at])).toEqual([true]);
  });
});
