import { broken, type Rule } from './rule.js';

/** The dated figures of the law on drawn prizes. They are data: see `prize-tax.json` of the knowledge base. */
export interface PrizeTaxLaw {
  /** Highest market price that is not taxed, won for each prize. */
  readonly threshold: { readonly value: number };
  readonly incomeTaxPercent: { readonly value: number };
  /** Per cent of the income tax. */
  readonly localTaxPercent: { readonly value: number };
}

/** Just above the threshold, where lowering the prize helps most: this much of it. Our own bound. */
const nearPercent = 120;

/** True when a prize of this market price is taxed when it is drawn. */
export function isTaxable({ valueKrw }: { readonly valueKrw: number }, { threshold }: PrizeTaxLaw): boolean {
  return valueKrw > threshold.value;
}

/** Income and local tax on one drawn prize, won, each cut to ten won. Zero up to the threshold. */
export function prizeTaxKrw(valueKrw: number, law: PrizeTaxLaw): number {
  if (!isTaxable({ valueKrw }, law)) return 0;
  const income = cutToTen((valueKrw * law.incomeTaxPercent.value) / 100);
  return income + cutToTen((income * law.localTaxPercent.value) / 100);
}

/** Income and local tax together, per cent of the prize. */
export function totalTaxPercent({ incomeTaxPercent, localTaxPercent }: PrizeTaxLaw): number {
  return incomeTaxPercent.value + (incomeTaxPercent.value * localTaxPercent.value) / 100;
}

/** What a prize counts as when the store pays its tax: what is left of it after tax is the prize itself. */
export function grossedUpKrw(valueKrw: number, law: PrizeTaxLaw): number {
  return isTaxable({ valueKrw }, law)
    ? Math.round((valueKrw * 100) / (100 - totalTaxPercent(law)))
    : valueKrw;
}

/** Tax on one prize that a store pays in the winner's place, won: it is itself part of what is taxed. */
export function storeTaxKrw(valueKrw: number, law: PrizeTaxLaw): number {
  return prizeTaxKrw(grossedUpKrw(valueKrw, law), law);
}

export const statedTaxBearer: Rule = {
  id: 'TAX-001',
  check: ({ prizes, taxBearer }, { law }) =>
    taxBearer
      ? undefined
      : prizes.flatMap((prize, index) =>
          isTaxable(prize, law) ? [{ path: `prizes.${index}`, values: { name: prize.name } }] : [],
        ),
};

export const justAboveThreshold: Rule = {
  id: 'TAX-002',
  check: ({ prizes }, { law }) =>
    prizes.flatMap((prize, index) =>
      isTaxable(prize, law) && prize.valueKrw * 100 <= law.threshold.value * nearPercent
        ? [{ path: `prizes.${index}` }]
        : [],
    ),
};

export const aggregatedWins: Rule = {
  id: 'TAX-003',
  check({ payouts = [] }, { law }) {
    const people = new Set(payouts.map(({ personKey }) => personKey));
    const missed = [...people].some((person) => {
      const own = payouts.filter(({ personKey }) => personKey === person);
      const valueKrw = own.reduce((sum, payout) => sum + payout.valueKrw, 0);
      const taxed = isTaxable({ valueKrw }, law);
      return own.length > 1 && taxed && own.some(({ withheldKrw }) => withheldKrw === 0);
    });
    return broken(missed, { path: 'payouts' });
  },
};

/** Withheld, and what the statement needs is there, before the prize changes hands. */
export const scheduledWithholding: Rule = {
  id: 'TAX-004',
  check: ({ payouts = [] }, { law }) =>
    payouts.flatMap((payout, index) => {
      const { valueKrw, withheldKrw, papers, payBy } = payout;
      const prepared = papers && withheldKrw >= prizeTaxKrw(valueKrw, law);
      return isTaxable(payout, law) && !prepared
        ? [{ path: `payouts.${index}`, values: { date: payBy } }]
        : [];
    }),
};

export const grossedUpTax: Rule = {
  id: 'TAX-005',
  check: ({ prizes, taxBearer }, { law }) =>
    taxBearer === 'store'
      ? prizes
          .filter((prize) => isTaxable(prize, law))
          .map(({ valueKrw }) => ({
            path: 'prizes',
            values: { gross: grossedUpKrw(valueKrw, law).toLocaleString('ko') },
          }))
      : undefined,
};

export const noGeneralCap: Rule = {
  id: 'ADV-007',
  check: ({ prizes }, { law }) =>
    broken(
      prizes.some((prize) => isTaxable(prize, law)),
      { path: 'prizes' },
    ),
};

function cutToTen(krw: number): number {
  return Math.floor(krw / 10) * 10;
}
