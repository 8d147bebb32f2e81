const seoulOffsetMs = 9 * 3_600_000;
const dayMs = 86_400_000;

/** The calendar day in Seoul, `2026-11-20`. Korea has no summer time. */
export function toSeoulDay(instant: Date): string {
  return new Date(instant.getTime() + seoulOffsetMs).toISOString().slice(0, 10);
}

/** Minutes since midnight in Seoul. */
export function toSeoulMinuteOfDay(instant: Date): number {
  const local = new Date(instant.getTime() + seoulOffsetMs);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** Midnight in Seoul at the start of a day written `2026-11-20`. */
export function startOfSeoulDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - seoulOffsetMs);
}

export function isCalendarDay(value: string): boolean {
  const isShaped = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
  return isShaped && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

/** The instant `days` Monday-to-Friday days later, at nine in the morning in Seoul. Public holidays are not known here. */
export function addWorkingDays(instant: Date, days: number): Date {
  let midnight = startOfSeoulDay(toSeoulDay(instant)).getTime();
  let left = days;
  while (left > 0) {
    midnight += dayMs;
    const weekday = new Date(midnight + seoulOffsetMs).getUTCDay();
    left -= weekday === 0 || weekday === 6 ? 0 : 1;
  }
  return new Date(midnight + 9 * 3_600_000);
}
