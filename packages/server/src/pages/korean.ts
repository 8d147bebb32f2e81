const zone = { timeZone: 'Asia/Seoul' } as const;
const monthDay = { ...zone, month: 'long', day: 'numeric', weekday: 'short' } as const;

const day = new Intl.DateTimeFormat('ko-KR', monthDay);
const date = new Intl.DateTimeFormat('ko-KR', { ...zone, dateStyle: 'long' });
const time = new Intl.DateTimeFormat('ko-KR', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const won = new Intl.NumberFormat('ko-KR');

/** `12월 1일 (화)` */
export const toDay = (instant: string): string => day.format(new Date(instant));

/** `2027년 1월 3일`: for what lies so far ahead that the year matters. */
export const toDate = (instant: string): string => date.format(new Date(instant));

/** `12월 4일 (금) 12:00`, as on the posters. */
export const toMoment = (instant: string): string => `${toDay(instant)} ${time.format(new Date(instant))}`;

/** `4,500원` */
export const toWon = (krw: number): string => `${won.format(krw)}원`;

/** The last day of a period that ends, exclusively, at an instant. */
export const toLastDay = (instant: string): string => toDay(new Date(Date.parse(instant) - 1).toISOString());
