/** Korea has had no daylight saving since 1988, so a fixed offset is exact. */
const offset = '+09:00';
const dayMs = 86_400_000;
const offsetMs = 9 * 3_600_000;

/** The instant a day begins in Seoul, or a time of that day. */
export function instantOfDay(day: string, time = '00:00:00'): string {
  return `${day}T${time}${offset}`;
}

export function nextDay(day: string): string {
  return addDays(day, 1);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day an instant falls on in Seoul. */
export function dayOf(instant: string | Date): string {
  return toSeoul(instant).slice(0, 10);
}

/** An instant written with Seoul's offset, to the second. */
export function toSeoul(instant: string | Date): string {
  const shifted = new Date(new Date(instant).getTime() + offsetMs).toISOString();
  return `${shifted.slice(0, 19)}${offset}`;
}
