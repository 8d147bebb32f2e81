import { dayOf, instantOfDay, nextDay, toSeoul } from '../schema/seoul-time.js';

/** Part of the day in which people may be written to, Asia/Seoul. */
export interface SendingHours {
  /** First minute, `HH:MM:SS`. */
  readonly from: string;
  /** First minute of the pause. */
  readonly until: string;
}

/** Brand messages. Source: Kakao's dealers' guides on 브랜드 메시지, read 2026-11 (MSG-013). */
export const brandMessageHours: SendingHours = { from: '08:00:00', until: '20:50:00' };

/**
 * Notices to winners. The law's night, 정보통신망법 §50③ (21:00 to 08:00), binds advertising only;
 * that we do not wake winners either is our own choice.
 */
export const noticeHours: SendingHours = { from: '08:00:00', until: '21:00:00' };

/** The first instant from `now` on at which sending is allowed: `now` itself within the hours. */
export function nextSendingTime(now: Date, { from, until }: SendingHours): Date {
  const time = toSeoul(now).slice(11, 19);
  if (time >= from && time < until) return now;
  const today = dayOf(now);
  return new Date(instantOfDay(time < from ? today : nextDay(today), from));
}
