import { InvalidArgumentError } from 'commander';

/** A day of the calendar, such as `2026-12-01`. */
export function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time);
  if (!real || new Date(time).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('not a day');
  return text;
}
