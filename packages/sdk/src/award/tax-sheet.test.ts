import { expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { isTaxable, prizeTaxKrw } from '../rules/prize-tax.js';
import { anAward } from './__fixtures__/an-award.js';
import { dueDays, toTaxRow } from './tax-sheet.js';

const { prizeTax } = await openKnowledge();
const earphones = { id: 'ears', name: '이어폰', quantity: 1, valueKrw: 100_000, costKrw: 90_000 };

it('counts the days of the law from the day of the handover', () => {
  expect(dueDays('2026-12-20T10:00:00+09:00', prizeTax)).toEqual({
    payBy: '2027-01-10',
    statementBy: '2027-02-28',
    keepUntil: '2032-02-29',
  });
  expect(dueDays('2027-11-30T23:30:00+09:00', prizeTax)).toMatchObject({
    payBy: '2027-12-10',
    statementBy: '2028-02-29',
  });
});

it('lists what is above the threshold, with the dates once it is handed over', () => {
  const award = anAward({ state: 'handed_over', at: '2026-12-20T10:00:00+09:00' });
  const common = { masked: '정*훈 · 5678', papers: true, bearer: 'winner' } as const;

  expect(toTaxRow({ award, prize: earphones, ...common }, prizeTax)).toMatchObject([
    { valueKrw: 100_000, taxKrw: 22_000, grossKrw: 128_205, payBy: '2027-01-10' },
  ]);
  expect(toTaxRow({ award, prize: earphones, ...common, bearer: 'store' }, prizeTax)).toMatchObject([
    { taxKrw: 28_200, grossKrw: 128_205 },
  ]);
  expect(toTaxRow({ award: anAward(), prize: earphones, ...common }, prizeTax)[0]).not.toHaveProperty(
    'payBy',
  );
  expect(toTaxRow({ award, prize: { ...earphones, valueKrw: 50_000 }, ...common }, prizeTax)).toEqual([]);
});

it('agrees with the figures that the rules count by', () => {
  const { threshold, incomeTaxPercent, localTaxPercent } = prizeTax;
  const above = threshold.value + 1_000;
  const income = (above * incomeTaxPercent.value) / 100;

  const values = [threshold.value, threshold.value + 1];

  expect(values.map((valueKrw) => isTaxable({ valueKrw }, prizeTax))).toEqual([false, true]);
  expect(prizeTaxKrw(above, prizeTax)).toBe(income + (income * localTaxPercent.value) / 100);
});
