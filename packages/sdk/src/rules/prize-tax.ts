/** The dated figures of the law on drawn prizes. They are data: see `prize-tax.json` of the knowledge base. */
export interface PrizeTaxLaw {
  /** Highest market price that is not taxed, won for each prize. */
  readonly threshold: { readonly value: number };
  readonly incomeTaxPercent: { readonly value: number };
  /** Per cent of the income tax. */
  readonly localTaxPercent: { readonly value: number };
}

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

function cutToTen(krw: number): number {
  return Math.floor(krw / 10) * 10;
}
