import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fairnessLimits } from './__fixtures__/fairness-limits.js';
import { hmacSha256, tag, u32 } from './bytes.js';
import { createDrum } from './selection.js';

const seedOf = (no: number) => createHash('sha256').update(`stat ${no}`).digest();
const { rootNTimesD } = fairnessLimits.kolmogorov;

/** √n times the widest gap between what was seen and an even spread over [0, 1). */
function kolmogorov(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const gaps = sorted.map((value, index) => Math.max((index + 1) / n - value, value - index / n));
  return Math.sqrt(n) * gaps.reduce((widest, gap) => Math.max(widest, gap), 0);
}

type Land = (seed: Buffer, total: number) => number;

const drum: Land = (seed, total) => createDrum(seed, total).next()?.pos ?? 0;
const numberOf = (seed: Buffer) => BigInt(`0x${hmacSha256(seed, tag('draw'), u32(0)).toString('hex')}`);

const positions = (land: Land, total: number, count: number): number[] =>
  Array.from({ length: count }, (_, no) => (land(seedOf(no), total) + 0.5) / total);

describe('where a draw lands', () => {
  it('is spread evenly: the random numbers themselves, to the figure the protocol names', () => {
    const seeds = 60_000;
    const values = Array.from({ length: seeds }, (_, no) => Number(numberOf(seedOf(no)) >> 203n) / 2 ** 53);
    const statistic = kolmogorov(values);

    expect(statistic / Math.sqrt(seeds)).toBeCloseTo(0.00398, 5);
    expect(statistic).toBeLessThan(rootNTimesD);
  });

  it.each([17_000, 3_000_000_000, Number.MAX_SAFE_INTEGER])('is spread evenly over %d tickets', (total) => {
    expect(kolmogorov(positions(drum, total, 20_000))).toBeLessThan(rootNTimesD);
  });

  it.each<readonly [string, Land]>([
    ['the modulo of 32 bits', (seed, total) => Number((numberOf(seed) % 2n ** 32n) % BigInt(total))],
    ['numbers of 31 bits', (seed) => Number(numberOf(seed) % 2n ** 31n)],
    [
      'a fraction that is squared',
      (seed, total) => Math.floor((Number(numberOf(seed) >> 203n) / 2 ** 53) ** 2 * total),
    ],
    ['an end that nobody reaches', (seed, total) => drum(seed, Math.floor(total * 0.98))],
  ])('would be found uneven with %s', (_, land) => {
    expect(kolmogorov(positions(land, 3_000_000_000, 20_000))).toBeGreaterThan(rootNTimesD);
  });
});

describe('the weight of the winner', () => {
  /** A thousand people with 1 to 30 tickets, in no order. */
  const weights = Array.from({ length: 1_000 }, (_, no) => 1 + ((seedOf(no)[0] ?? 0) % 30));
  const starts: number[] = [];
  let total = 0;
  for (const weight of weights) {
    starts.push(total);
    total += weight;
  }

  /** The place of the winner's weight in its distribution, spread within each weight by where in it the draw landed. */
  function placesOf(winnerAt: (position: number) => number): number[] {
    const below = Array.from({ length: 32 }, (_, weight) =>
      weights.reduce((sum, one) => sum + (one < weight ? one : 0), 0),
    );
    return Array.from({ length: 20_000 }, (_, no) => {
      const seed = seedOf(no);
      const weight = weights[winnerAt(drum(seed, total))] ?? 0;
      const low = below[weight] ?? 0;
      const high = below[weight + 1] ?? total;
      const within = Number(numberOf(Buffer.from(`${no} within`)) >> 203n) / 2 ** 53;
      return (low + within * (high - low)) / total;
    });
  }

  it('is as likely as its tickets', () => {
    const winner = (position: number) => starts.findLastIndex((start) => start <= position);

    expect(kolmogorov(placesOf(winner))).toBeLessThan(rootNTimesD);
  });

  it('would be found wrong if everybody had the same chance', () => {
    const even = (position: number) => Math.floor((position / total) * weights.length);

    expect(kolmogorov(placesOf(even))).toBeGreaterThan(rootNTimesD);
  });
});
