import type { Brief } from '../schema/brief.js';
import type { Schedule } from '../schema/plan.js';
import { instantOfDay, nextDay, toSeoul } from '../schema/seoul-time.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Our own rule: time to draw, to check the result and to tell the winners. */
const announceAfterMs = hourMs;
/** Usual in Korean notices; 3 to 14 days are advised. */
const claimDays = 7;
/** The consent text promises this: see 개인정보보호법 §21, destruction without delay. */
const keepDays = 30;

/** Every moment of a campaign, fixed before it opens. */
export function scheduleOf({ period, draw, entry }: Pick<Brief, 'period' | 'draw' | 'entry'>): Schedule {
  const closesAt = instantOfDay(nextDay(period.end));
  const drawAt = entry.mechanic === 'lottery' ? draw?.at : undefined;
  const announceAt = drawAt ? after(drawAt, announceAfterMs) : closesAt;
  return {
    opensAt: instantOfDay(period.start),
    closesAt,
    ...(drawAt && { drawAt }),
    announceAt,
    claimUntil: after(announceAt, claimDays * dayMs),
    deleteAt: after(announceAt, keepDays * dayMs),
  };
}

function after(instant: string, ms: number): string {
  return toSeoul(new Date(Date.parse(instant) + ms));
}
