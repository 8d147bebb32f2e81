import { addDays, toSeoul } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';

/** `2026-12-15 (화) 12:00`, Seoul. */
export function instantText(instant: string, { weekdays }: Messages): string {
  const seoul = toSeoul(instant);
  return `${dayText(seoul.slice(0, 10), weekdays)} ${seoul.slice(11, 16)}`;
}

/** A deadline at midnight is said as 24:00 of the day before, as people say it. */
export function deadlineText(instant: string, messages: Messages): string {
  const seoul = toSeoul(instant);
  if (seoul.slice(11, 19) !== '00:00:00') return instantText(instant, messages);
  return `${dayText(addDays(seoul.slice(0, 10), -1), messages.weekdays)} 24:00`;
}

function dayText(day: string, weekdays: readonly string[]): string {
  return `${day} (${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]})`;
}
