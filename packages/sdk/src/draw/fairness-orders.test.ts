import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fairnessLimits } from './__fixtures__/fairness-limits.js';
import { hmacSha256, tag, u32 } from './bytes.js';
import { createDrum, type Drum } from './selection.js';

/** Seven people, as in the protocol's own figures (3.10): the values below belong to these weights and seeds. */
const weights = [1, 3, 1, 5, 2, 1, 4];
const starts = weights.map((_, index) => weights.slice(0, index).reduce((sum, weight) => sum + weight, 0));
const total = 17;
const seeds = 60_000;
const seedOf = (no: number) => createHash('sha256').update(`stat ${no}`).digest();

/** The first three who are drawn. */
type Draw = (seed: Buffer) => readonly [number, number, number];
type CreateDrum = (seed: Uint8Array, total: number) => Pick<Drum, 'next' | 'remove'>;

function drawWith(create: CreateDrum): Draw {
  return (seed) => {
    const drum = create(seed, total);
    const one = () => {
      const position = drum.next()?.pos ?? 0;
      const index = starts.findLastIndex((start) => start <= position);
      drum.remove(starts[index] ?? 0, weights[index] ?? 0);
      return index;
    };
    return [one(), one(), one()];
  };
}

/** The drum with another way to a number below `m`; the rest is as it should be. */
function drumThat(pick: (x: bigint, m: bigint) => bigint): CreateDrum {
  return (seed, size) => {
    const removed: { readonly start: number; readonly weight: number }[] = [];
    let left = size;
    let j = 0;
    return {
      next() {
        const x = hmacSha256(seed, tag('draw'), u32(j)).toString('hex');
        const r = Number(pick(BigInt(`0x${x}`), BigInt(left)));
        let pos = r;
        for (const { start, weight } of removed) if (pos >= start) pos += weight;
        j += 1;
        return { j, x, m: left, r, pos };
      },
      remove(start, weight) {
        removed.push({ start, weight });
        removed.sort((a, b) => a.start - b.start);
        left -= weight;
      },
    };
  };
}

/** Tickets put in order by a comparison that answers at random: what a programmer writes who has not thought of it. */
const sortByRandom: Draw = (seed) => {
  let bits = BigInt(`0x${seed.toString('hex')}`);
  const tickets = weights.flatMap((weight, owner) => Array.from({ length: weight }, () => owner));
  tickets.sort(() => {
    const bit = bits & 1n;
    bits >>= 1n;
    return bit === 1n ? 1 : -1;
  });
  const [first = 0, second = 0, third = 0] = [...new Set(tickets)];
  return [first, second, third];
};

/** Σ (O − E)² / E over the ordered triples of different people. */
function chiSquareOf(draw: Draw): number {
  const counts = new Map<string, number>();
  for (let no = 0; no < seeds; no += 1) {
    const key = draw(seedOf(no)).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let sum = 0;
  let seen = 0;
  for (const [key, expected] of expectedTriples()) {
    const observed = counts.get(key) ?? 0;
    sum += (observed - expected) ** 2 / expected;
    seen += observed;
  }
  return seen === seeds ? sum : Number.POSITIVE_INFINITY; // somebody was drawn twice
}

/** How often each triple comes, drawn one after the other by weight without replacement. */
function expectedTriples(): Map<string, number> {
  const expected = new Map<string, number>();
  for (const [first, a] of weights.entries())
    for (const [second, b] of weights.entries())
      for (const [third, c] of weights.entries()) {
        if (new Set([first, second, third]).size < 3) continue;
        const chance = (a / total) * (b / (total - a)) * (c / (total - a - b));
        expected.set(`${first},${second},${third}`, seeds * chance);
      }
  return expected;
}

const { chiSquare, cells } = fairnessLimits.triples;

describe('the order of the first three winners', () => {
  it('is that of weighted sampling without replacement, to the figure the protocol names', () => {
    const statistic = chiSquareOf(drawWith(createDrum));

    expect(expectedTriples().size).toBe(cells);
    expect(Math.min(...expectedTriples().values())).toBeGreaterThan(5); // the least for χ² to mean anything
    expect(statistic).toBeLessThan(chiSquare);
    expect(statistic).toBeCloseTo(210.25, 2);
  });

  it('would be the same figure from a second drum, made for the bugs below', () => {
    expect(chiSquareOf(drawWith(drumThat((x, m) => x % m)))).toBeCloseTo(210.25, 2);
  });

  it.each<readonly [string, Draw]>([
    ['the modulo of five bits', drawWith(drumThat((x, m) => (x % 32n) % m))],
    ['a last ticket that never wins', drawWith(drumThat((x, m) => x % (m > 1n ? m - 1n : m)))],
    ['a first ticket that never wins', drawWith(drumThat((x, m) => (x % (m - 1n)) + 1n))],
    ['the same number for everybody', drawWith(drumThat((x, m) => (x % 17n) % m))],
    ['a sort by a random comparison', sortByRandom],
  ])('would be found unfair with %s', (_, draw) => {
    expect(chiSquareOf(draw)).toBeGreaterThan(chiSquare);
  });
});
