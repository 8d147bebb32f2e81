/** An SVG transform: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads `matrix(a b c d e f)`, the only form in which resvg writes a transform. */
export function toMatrix(transform: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    transform.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  return [a, b, c, d, e, f];
}

/** The transform that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Moves every point of a path made of absolute M, L, C, Q and Z commands. */
export function applyMatrix(matrix: Matrix, d: string): string {
  if (matrix === identity) return d;
  const [a, b, c, e, tx, ty] = matrix;
  return d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => {
    const [px, py] = [Number(x), Number(y)];
    return `${(a * px + c * py + tx).toFixed(3)} ${(b * px + e * py + ty).toFixed(3)}`;
  });
}
