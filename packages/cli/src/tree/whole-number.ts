import { InvalidArgumentError } from 'commander';

/** 0 and up, without sign or separators. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new InvalidArgumentError('not a whole number');
  return Number(text);
}
