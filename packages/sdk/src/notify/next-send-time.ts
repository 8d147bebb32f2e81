import { nextSendingTime, noticeHours } from '../providers/sending-hours.js';

/** When winners may be told: `now` from 08:00 to 21:00 in Seoul, else the next 08:00. */
export function nextSendTime(now: Date): Date {
  return nextSendingTime(now, noticeHours);
}
