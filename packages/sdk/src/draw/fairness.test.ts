import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fairnessLimits } from './__fixtures__/fairness-limits.js';
import { hmacSha256, tag, u32 } from './bytes.js';
import { createDrum, type Drum } from './selection.js';

/** Seven people; the statistics below belong to these weights, in this order, and to these seeds. */
const weights = [1, 3, 1, 5, 2, 1, 4];
const starts = weights.map((_, index) => weights.slice(0, index).reduce((sum, weight) => sum + weight, 0));
const total = 17;
const seeds = 60_000;

const limitMicro = BigInt(Math.round(fairnessLimits.pairs.chiSquare * 1_000_000));

type CreateDrum = (seed: Uint8Array, total: number) => Pick<Drum, 'next' | 'remove'>;

/** The bug this test exists for: winners' tickets are counted out of the drum but not skipped. */
const createDrumWithoutSkipping: CreateDrum = (seed, size) => {
  let left = size;
  let j = 0;
  return {
    next() {
      const x = hmacSha256(seed, tag('draw'), u32(j)).toString('hex');
      const r = Number(BigInt(`0x${x}`) % BigInt(left));
      const landing = { j, x, m: left, r, pos: r };
      j += 1;
      return landing;
    },
    remove(_start, weight) {
      left -= weight;
    },
  };
};

function countPairs(create: CreateDrum): Map<string, number> {
  const counts = new Map<string, number>();
  for (let no = 0; no < seeds; no += 1) {
    const drum = create(createHash('sha256').update(`stat ${no}`).digest(), total);
    const pair = `${drawOne(drum)},${drawOne(drum)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function drawOne(drum: Pick<Drum, 'next' | 'remove'>): number {
  const position = drum.next()?.pos ?? 0;
  const index = starts.findLastIndex((start) => start <= position);
  drum.remove(starts[index] ?? 0, weights[index] ?? 0);
  return index;
}

/** χ² of the ordered pairs of different people, in millionths, in integers: Σ O²/E − Σ O with E exact. */
function chiSquareMicro(counts: ReadonlyMap<string, number>): bigint {
  let sum = 0n;
  let seen = 0n;
  for (const [first, a] of weights.entries()) {
    for (const [second, b] of weights.entries()) {
      if (first === second) continue;
      const observed = BigInt(counts.get(`${first},${second}`) ?? 0);
      sum += (observed * observed * BigInt(total * (total - a)) * 1_000_000n) / BigInt(seeds * a * b);
      seen += observed;
    }
  }
  return sum + BigInt(seeds) * 1_000_000n - 2n * seen * 1_000_000n;
}

describe('the distribution of winners', () => {
  it('is weighted sampling without replacement', () => {
    const statistic = chiSquareMicro(countPairs(createDrum));

    expect(statistic).toBeLessThan(limitMicro);
    expect(statistic).toBe(35_446_397n);
  });

  it('would be found unfair if removed tickets were not skipped', () => {
    const statistic = chiSquareMicro(countPairs(createDrumWithoutSkipping));

    expect(statistic).toBeGreaterThan(100n * limitMicro);
  });
});
