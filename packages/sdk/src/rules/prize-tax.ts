import { broken, type Rule } from './rule.js';

/**
 * Withholding on a drawn prize. Source: 소득세법 §21①2·§84·§129 as published in tax guides, read 2026-11-20;
 * that the whole value is taxed once it passes the threshold is from memory.
 */
const threshold = 50_000;
const incomeTaxRate = 20;
const localTaxRate = 10;
/** Just above the threshold, where lowering the prize helps most. Our own bound. */
const nearThreshold = 60_000;
/** What is left of 100 won after income and local tax. */
const keptPercent = 78;

/** True when a prize of this market price is taxed when it is drawn. */
export function isTaxable({ valueKrw }: { readonly valueKrw: number }): boolean {
  return valueKrw > threshold;
}

/** Income and local tax on one drawn prize, won, each cut to ten won. Zero up to 50,000 won. */
export function prizeTaxKrw(valueKrw: number): number {
  if (!isTaxable({ valueKrw })) return 0;
  const income = cutToTen((valueKrw * incomeTaxRate) / 100);
  return income + cutToTen((income * localTaxRate) / 100);
}

export const statedTaxBearer: Rule = {
  id: 'TAX-001',
  check: ({ prizes, taxBearer }) =>
    taxBearer
      ? undefined
      : prizes.flatMap((prize, index) =>
          isTaxable(prize) ? [{ path: `prizes.${index}`, values: { name: prize.name } }] : [],
        ),
};

export const justAboveThreshold: Rule = {
  id: 'TAX-002',
  check: ({ prizes }) =>
    prizes.flatMap((prize, index) =>
      isTaxable(prize) && prize.valueKrw <= nearThreshold ? [{ path: `prizes.${index}` }] : [],
    ),
};

export const aggregatedWins: Rule = {
  id: 'TAX-003',
  check({ payouts = [] }) {
    const people = new Set(payouts.map(({ personKey }) => personKey));
    const missed = [...people].some((person) => {
      const own = payouts.filter(({ personKey }) => personKey === person);
      const valueKrw = own.reduce((sum, payout) => sum + payout.valueKrw, 0);
      return own.length > 1 && isTaxable({ valueKrw }) && own.some(({ withheldKrw }) => withheldKrw === 0);
    });
    return broken(missed, { path: 'payouts' });
  },
};

export const grossedUpTax: Rule = {
  id: 'TAX-005',
  check: ({ prizes, taxBearer }) =>
    taxBearer === 'store'
      ? prizes.filter(isTaxable).map(({ valueKrw }) => ({
          path: 'prizes',
          values: { gross: Math.round((valueKrw * 100) / keptPercent).toLocaleString('ko') },
        }))
      : undefined,
};

export const noGeneralCap: Rule = {
  id: 'ADV-007',
  check: ({ prizes }) => broken(prizes.some(isTaxable), { path: 'prizes' }),
};

function cutToTen(krw: number): number {
  return Math.floor(krw / 10) * 10;
}
