import type { Channel } from '../schema/primitives.js';

/** Names of channels in Korean sentences and figures, as the sources are. */
export const channelNames: Readonly<Record<Channel, string>> = {
  wooridongne_tv: '우리동네TV',
  ringo_biz: '링고비즈',
  genie_tv: '지니TV',
  instagram: '인스타그램',
  naver_blog: '네이버 블로그',
  kakao_channel: '카카오톡 채널',
};

/** Sunday first, as the days of a `Date` are numbered. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  sun: '일요일',
  mon: '월요일',
  tue: '화요일',
  wed: '수요일',
  thu: '목요일',
  fri: '금요일',
  sat: '토요일',
};

export function weekdayOf(day: string): Weekday {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
}

/** By what the dearest prize is worth. */
export const bandNames: Readonly<Record<string, string>> = {
  under_5000: '5천 원 미만 경품',
  under_10000: '5천 원 이상 1만 원 미만 경품',
  under_50000: '1만 원 이상 5만 원 미만 경품',
  from_50000: '5만 원 이상 경품',
};
