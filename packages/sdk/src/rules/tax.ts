import { grossedUpKrw, isTaxable, prizeTaxKrw } from './prize-tax.js';
import { broken, type Rule } from './rule.js';

/** Just above the threshold, where lowering the prize helps most: this much of it. Our own bound. */
const nearPercent = 120;

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
