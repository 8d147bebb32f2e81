import type { Bilingual } from '@kt-event/sdk';

type Said = Readonly<{ message: Bilingual; fix: Bilingual }>;

/** Year, month and day in any order-preserving spelling, then perhaps a time: `2026/12/1`, `2026.12.01 12:00`. */
const loosely = /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}):(\d{2}))?/;

/** What is wrong with a text that does not name a day, and a text that does. */
export function explainDay(text: string): Said {
  return explain(text, (day) => day, '2026-12-01');
}

/** The same for an instant. */
export function explainInstant(text: string): Said {
  return explain(text, (day, time) => `${day}T${time}:00+09:00`, '2026-12-15T12:00:00+09:00');
}

function explain(text: string, spell: (day: string, time: string) => string, example: string): Said {
  const [, year, month, day, hour = '12', minute = '00'] = loosely.exec(text) ?? [];
  if (!year || !month || !day) {
    return {
      message: { ko: `"${text}"은(는) 날짜가 아닙니다`, en: `"${text}" is not a date` },
      fix: { ko: `예: ${example}`, en: `For example ${example}` },
    };
  }
  const lastDay = daysIn(Number(year), Number(month));
  const [ko, en] =
    Number(day) <= lastDay && Number(day) > 0
      ? ['날짜를 쓰는 방식이 다릅니다', 'The date is spelled another way']
      : [`${year}년 ${Number(month)}월 ${Number(day)}일은 없는 날짜입니다`, `${text} does not exist`];
  const nearest = [
    year,
    pad(Math.min(Math.max(Number(month), 1), 12)),
    pad(nearestDay(Number(day), lastDay)),
  ];
  const written = spell(nearest.join('-'), `${pad(Number(hour) % 24)}:${pad(Number(minute) % 60)}`);
  return { message: { ko, en }, fix: { ko: `예: ${written}`, en: `For example ${written}` } };
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

const nearestDay = (day: number, lastDay: number): number => Math.min(Math.max(day, 1), lastDay || 28);
const pad = (value: number): string => String(value).padStart(2, '0');
