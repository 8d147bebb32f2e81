const day = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const moment = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const won = new Intl.NumberFormat('ko-KR');

export const toDay = (instant: string): string => day.format(new Date(instant));
export const toMoment = (instant: string): string => moment.format(new Date(instant));
export const toWon = (krw: number): string => `${won.format(krw)}원`;

/** The last day of a period that ends, exclusively, at an instant. */
export const toLastDay = (instant: string): string => day.format(new Date(Date.parse(instant) - 1));
