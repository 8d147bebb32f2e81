/** Weights of the first nine digits. Source: public description of the check digit, recomputed on known numbers. */
const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5] as const;

/** True when the ten digits carry a matching check digit. It does not say that the number is registered. */
export function isBusinessNumber(text: string): boolean {
  const compact = text.replaceAll('-', '');
  if (!/^\d{10}$/.test(compact)) return false;
  const digits = [...compact].map(Number);
  const weighted = weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
  const total = weighted + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - (total % 10)) % 10 === digits[9];
}
