/**
 * From where on a statistic is taken for unfair. Each is exceeded once in 1,000 fair draws of that many seeds, and the
 * seeds are fixed, so that a test says the same today and tomorrow.
 */
export const fairnessLimits = {
  onceIn: 1_000,
  /** χ² of ordered pairs of 7: 42 cells, 41 degrees of freedom. Source: quantile of the χ² distribution at 0.999. */
  pairs: { cells: 42, freedom: 41, chiSquare: 74.744_938 },
  /** χ² of ordered triples of 7: 210 cells, 209 degrees of freedom. Source: the same. */
  triples: { cells: 210, freedom: 209, chiSquare: 277.915_195 },
  /** √n·D of Kolmogorov and Smirnov. Source: 2·Σ(−1)^(k−1)·e^(−2k²λ²) = 0.001. */
  kolmogorov: { rootNTimesD: 1.949_475 },
} as const;
