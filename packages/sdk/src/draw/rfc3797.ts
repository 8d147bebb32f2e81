import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseInput } from '../schema/parse.js';

/**
 * A selection by RFC 3797, as somebody else has published it. Only checked, never made: MD5 and sources that a person
 * types in are of their time.
 */
const rfc3797Schema = z.strictObject({
  method: z.literal('rfc3797'),
  /** How many there were to choose from, numbered from 1. */
  pool: z.int().min(1).max(0xffff),
  /** The public sources in their published order, each with its numbers. */
  sources: z
    .array(z.array(z.int().min(0)).min(1))
    .min(1)
    .max(100),
  /** Who was selected, in order. */
  selected: z.array(z.int().min(1)).min(1),
});
type Rfc3797Selection = z.infer<typeof rfc3797Schema>;

export interface Rfc3797Verification {
  readonly method: 'rfc3797';
  readonly valid: boolean;
  readonly key: string;
  /** What follows from the sources. */
  readonly selected: readonly number[];
}

/** @throws UserError `USER_001` for a value that is no such selection */
export function verifyRfc3797(value: unknown): Rfc3797Verification {
  const { pool, sources, selected } = parseInput(rfc3797Schema, value, 'rfc3797');
  const key = keyOf(sources);
  const own = selectRfc3797(key, pool, selected.length);
  const valid = selected.length <= pool && own.every((number, index) => number === selected[index]);
  return { method: 'rfc3797', valid, key, selected: own };
}

/** RFC 3797, 4.1: the numbers of a source in ascending order, a full stop after each, a stroke after each source. */
function keyOf(sources: Rfc3797Selection['sources']): string {
  return sources.map((numbers) => `${numbers.toSorted((a, b) => a - b).join('.')}./`).join('');
}

/** RFC 3797, 4.2: MD5 of the key between two counters, modulo those who are left. */
function selectRfc3797(key: string, pool: number, count: number): number[] {
  const left = Array.from({ length: pool }, (_, index) => index + 1);
  const wanted = Math.min(count, pool);
  return Array.from({ length: wanted }, (_, round) => {
    const counter = Buffer.from([round >> 8, round & 0xff]);
    const digest = createHash('md5').update(counter).update(key, 'ascii').update(counter).digest('hex');
    const place = Number(BigInt(`0x${digest}`) % BigInt(left.length));
    return left.splice(place, 1)[0] ?? 0;
  });
}
