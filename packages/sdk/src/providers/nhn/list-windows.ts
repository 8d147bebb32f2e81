import { toSeoul } from '../../schema/seoul-time.js';

/** First and last minute of one search, `2026-11-20 10:00`, Asia/Seoul. */
export interface ListWindow {
  readonly startRequestDate: string;
  readonly endRequestDate: string;
}

const dayMs = 86_400_000;
/** One search covers 30 days at most, and none goes back further than 90. Source: NHN Cloud's guide, read 2026-11-20. */
const widthDays = 29;
const windows = 3;

/** The last 86 days in searches that NHN allows, the latest first. It ends tomorrow: their clock may be ahead. */
export function listWindows(now: Date): ListWindow[] {
  return Array.from({ length: windows }, (_, index) => {
    const end = now.getTime() + dayMs - index * widthDays * dayMs;
    return {
      startRequestDate: toMinute(new Date(end - widthDays * dayMs)),
      endRequestDate: toMinute(new Date(end)),
    };
  });
}

function toMinute(at: Date): string {
  return toSeoul(at).slice(0, 16).replace('T', ' ');
}

/** An instant of a list, `2026-11-20 10:00:00` in Seoul, with or without seconds; nothing for anything else. */
export function readInstant(text: string | null | undefined): Date | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)/.exec(text ?? '') ?? [];
  const at = new Date(`${day}T${time}+09:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
