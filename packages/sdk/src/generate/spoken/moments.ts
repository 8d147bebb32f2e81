import { toNative, toSino } from './numbers.js';
import { namesHalf, sayMonth } from './quantities.js';
import type { SpokenRule } from './speak.js';

const weekday = '[월화수목금토일]';

/** `2026-12-01`, `2026.12.1.` */
const fullDate: SpokenRule = {
  pattern: /(\d{4})\s?[-./]\s?(0?[1-9]|1[0-2])\s?[-./]\s?(0?[1-9]|[12]\d|3[01])(?!\d)\.?/uy,
  say: ([, year = '', month = '', day = '']) => `${toSino(year)}년 ${sayDay(month, day)}`,
};

/** `12/1`; `12.1` only with its weekday, since it may be a figure. */
const shortDate: SpokenRule = {
  pattern:
    /(?<![\d/.])(0?[1-9]|1[0-2])(?:\/(0?[1-9]|[12]\d|3[01])(?![\d/])|\.(0?[1-9]|[12]\d|3[01])\.?(?=\s?\([월화수목금토일]\)))/uy,
  say: ([, month = '', slashed, dotted]) => sayDay(month, slashed ?? dotted ?? ''),
};

/** `15:30` on a clock of 24 hours. */
const clock: SpokenRule = {
  pattern: /(?<!\d)([01]?\d|2[0-4]):([0-5]\d)(?!\d)/uy,
  say: (match) => {
    const [, hours = '', minutes = ''] = match;
    const half = namesHalf(match.input.slice(0, match.index)) ? '' : `${halfOf(Number(hours))} `;
    const past = Number(minutes) === 0 ? '' : ` ${toSino(String(Number(minutes)))} 분`;
    return `${half}${toNative(String(Number(hours) % 12 || 12))} 시${past}`;
  },
};

/** `(화)`, `(토, 일)` */
const weekdays: SpokenRule = {
  pattern: new RegExp(`\\s?\\((${weekday}(?:\\s?[,·/]\\s?${weekday})*)(?:요일)?\\)`, 'uy'),
  say: ([, days = '']) =>
    ` ${[...days.replace(/[^월화수목금토일]/gu, '')].map((day) => `${day}요일`).join(', ')}`,
};

const weekdayRange: SpokenRule = {
  pattern: new RegExp(
    `(?<![가-힣])(${weekday})(?:요일)?\\s?[~-]\\s?(${weekday})(?:요일)?(?:까지)?(?![가-힣])`,
    'uy',
  ),
  say: ([, first, last]) => `${first}요일부터 ${last}요일까지`,
};

export const momentRules: readonly SpokenRule[] = [fullDate, shortDate, clock, weekdays, weekdayRange];

/** `12월 1일` without its units, from `12` and `01`. */
export function sayDay(month: string, day: string): string {
  return `${sayMonth(month)} ${toSino(String(Number(day)))}일`;
}

function halfOf(hours: number): string {
  if (hours % 24 === 0) return '밤';
  if (hours === 12) return '낮';
  return hours < 12 ? '오전' : '오후';
}
