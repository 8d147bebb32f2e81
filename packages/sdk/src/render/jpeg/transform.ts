/** √2 cos(kπ/16) for k = 1 to 7, and 1 for 0. As literals: the engine's cosine may change its last digit. */
const scales = [
  1, 1.387039845322148, 1.3065629648763766, 1.1758756024193588, 1, 0.7856949583871022, 0.541196100146197,
  0.2758993792829431,
] as const;
/** √½, cos 3π/8, and the difference and the sum of cos π/8 and cos 3π/8. */
const [half, turn, less, more] = [
  Math.SQRT1_2,
  0.3826834323650898,
  0.541196100146197,
  1.3065629648763766,
] as const;

/** How much too large the transform's results are, row by row. */
export const transformScales: readonly number[] = Array.from(
  { length: 64 },
  (_, index) => 8 * (scales[index >> 3] ?? 1) * (scales[index & 7] ?? 1),
);

/**
 * Replaces 8 × 8 samples by their discrete cosine transform (T.81, A.3.3), each too large by its scale: rows, then columns.
 * Folding the line takes five products where the definition takes sixty-four (Arai, Agui and Nakajima, 1988).
 */
export function forwardTransform(samples: Float64Array): void {
  for (let line = 0; line < 8; line += 1) transformLine(samples, line * 8, 1);
  for (let line = 0; line < 8; line += 1) transformLine(samples, line, 8);
}

/** Without pairs of results: until the engine has optimised it each would be an array. */
function transformLine(samples: Float64Array, start: number, step: number): void {
  const end = start + 7 * step;
  const s0 = sum(samples, start, end);
  const s1 = sum(samples, start + step, end - step);
  const s2 = sum(samples, start + 2 * step, end - 2 * step);
  const s3 = sum(samples, start + 3 * step, end - 3 * step);
  const d0 = difference(samples, start, end);
  const d1 = difference(samples, start + step, end - step);
  const d2 = difference(samples, start + 2 * step, end - 2 * step);
  const d3 = difference(samples, start + 3 * step, end - 3 * step);

  const outer = s0 - s3;
  const inner = s1 - s2;
  const across = (outer + inner) * half;
  samples[start] = s0 + s3 + s1 + s2;
  samples[start + 4 * step] = s0 + s3 - s1 - s2;
  samples[start + 2 * step] = outer + across;
  samples[start + 6 * step] = outer - across;

  const low = d3 + d2;
  const middle = (d2 + d1) * half;
  const high = d1 + d0;
  const turned = (low - high) * turn;
  const first = low * less + turned;
  const second = high * more + turned;
  const plus = d0 + middle;
  const minus = d0 - middle;
  samples[start + 5 * step] = minus + first;
  samples[start + 3 * step] = minus - first;
  samples[start + step] = plus + second;
  samples[start + 7 * step] = plus - second;
}

const sum = (samples: Float64Array, one: number, other: number): number =>
  (samples[one] ?? 0) + (samples[other] ?? 0);

const difference = (samples: Float64Array, one: number, other: number): number =>
  (samples[one] ?? 0) - (samples[other] ?? 0);
