/** Student's t, 97.5 %, by degrees of freedom 1 to 30. Source: standard statistical table. */
const small = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Where the quantile ends up with endless data: the normal distribution. */
const normal = 1.96;
const lastRow = 30;
const lastValue = 2.042;

/**
 * Half-width of a two-sided 95 % interval in standard errors.
 *
 * @param degrees - Degrees of freedom, a whole number from 1
 */
export function tQuantile(degrees: number): number {
  // Beyond the table the quantile is very nearly linear in 1/degrees: off by less than 0.001.
  return small[degrees - 1] ?? normal + ((lastValue - normal) * lastRow) / degrees;
}
