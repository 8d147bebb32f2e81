/** Terms of the continued fraction; it settles within a few dozen for every belief that campaigns can give. */
const mostTerms = 500;
const close = 1e-12;
/** Stands for zero where the recurrence would divide by it. */
const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(α, β): how much of a Beta distribution lies below `x`. By Lentz's
 * method on its continued fraction. Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 */
export function incompleteBeta(
  x: number,
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction settles quickly on this side of the mean; the other side is its mirror.
  if (x > (alpha + 1) / (alpha + beta + 2)) return 1 - incompleteBeta(1 - x, { alpha: beta, beta: alpha });
  const front = alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta(alpha, beta);
  return Math.exp(front) / (alpha * fraction(x, alpha, beta));
}

function fraction(x: number, a: number, b: number): number {
  let value = 1;
  let c = 1;
  let d = 0;
  for (let term = 1; term <= mostTerms; term += 1) {
    const coefficient = coefficientOf(term, x, a, b);
    d = 1 / awayFromZero(1 + coefficient * d);
    c = awayFromZero(1 + coefficient / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < close) break;
  }
  return value;
}

function coefficientOf(term: number, x: number, a: number, b: number): number {
  const m = Math.floor(term / 2);
  const even = term % 2 === 0;
  const over = (a + 2 * m) * (even ? a + 2 * m - 1 : a + 2 * m + 1);
  return (even ? m * (b - m) * x : -(a + m) * (a + b + m) * x) / over;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Stirling's series, after shifting to where four of its terms are exact to twelve digits. Source: DLMF 5.11.1. */
function logGamma(z: number): number {
  if (z < 15) return logGamma(z + 1) - Math.log(z);
  const square = z * z;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series / z;
}
