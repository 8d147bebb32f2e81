import { BugError } from '../errors/index.js';

/** What may be hashed: no null, no fraction, so that every language spells it alike. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The one spelling of a value, RFC 8785 restricted to ASCII keys and safe integers.
 *
 * @throws BugError `BUG_001` for null, undefined, a fraction, an unsafe integer, a key outside ASCII or a
 * broken string.
 */
export function toCanonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integerOf(value);
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return objectOf(value);
  throw refusal(`${value === null ? 'null' : typeof value} has no canonical form`);
}

function objectOf(value: object): string {
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${keyOf(key)}:${toCanonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function keyOf(key: string): string {
  if (!/^[\x20-\x7e]*$/.test(key)) throw refusal('a key is not ASCII');
  return JSON.stringify(key);
}

function textOf(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw refusal('a string is not well formed');
  return JSON.stringify(text);
}

function integerOf(value: number): string {
  if (!Number.isSafeInteger(value)) throw refusal('a number is not a safe integer');
  return JSON.stringify(value);
}

const refusal = (reason: string): BugError => new BugError('BUG_001', { reason });
