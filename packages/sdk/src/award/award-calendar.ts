import type { Award } from '../schema/award.js';
import type { Schedule } from '../schema/plan.js';
import { dayOf, instantOfDay, nextDay } from '../schema/seoul-time.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A reminder comes at noon of the day before the last one. Our own choice; one reminder is usual. */
const reminderLeadMs = 36 * hourMs;
/** Less time than this to claim is no chance. Source: FAIR-007, 3 to 14 days. */
const shortestWindowMs = 3 * dayMs;
/** Between the last claim and the day the data is destroyed: prizes must still be handed over. Our own choice. */
const handOverMs = 3 * dayMs;

/** A notice names a day, so a deadline lasts until that day is over in Seoul. */
export function endOfDay(instant: string | Date): string {
  const lastMoment = new Date(new Date(instant).getTime() - 1);
  return instantOfDay(nextDay(dayOf(lastMoment)));
}

/** Until when the drawn winners may claim. */
export function winnersUntil({ claimUntil }: Schedule): string {
  return endOfDay(claimUntil);
}

/** After this nobody is promoted, and what is unclaimed stays with the store. */
export function finalAt({ claimUntil, deleteAt }: Schedule): string {
  const last = new Date(Date.parse(deleteAt) - handOverMs);
  return last < new Date(claimUntil) ? endOfDay(claimUntil) : endOfDay(last);
}

/** A promoted reserve has as long as the winners had, or what is left of it; nothing when that is too little. */
export function heirUntil(schedule: Schedule, at: Date): string | undefined {
  const windowMs = Date.parse(schedule.claimUntil) - Date.parse(schedule.announceAt);
  const last = Date.parse(finalAt(schedule));
  const until = Math.min(Date.parse(endOfDay(new Date(at.getTime() + windowMs))), last);
  return until - at.getTime() < shortestWindowMs ? undefined : endOfDay(new Date(until));
}

/** When to remind them; nothing for those who were told, or reminded, after that moment. */
export function reminderAt({ state, claimUntil, toldAt, remindedAt }: Award): Date | undefined {
  if (state !== 'notified' || claimUntil === undefined || toldAt === undefined || remindedAt)
    return undefined;
  const at = new Date(Date.parse(claimUntil) - reminderLeadMs);
  return new Date(toldAt) < at ? at : undefined;
}
