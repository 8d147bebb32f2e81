/** Share of a standard normal distribution that lies below `z`. Source: Abramowitz and Stegun 26.2.17, error below 1e-7. */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const powers = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const series = powers.reduceRight((sum, factor) => (sum + factor) * t, 0);
  const above = (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - above : above;
}
