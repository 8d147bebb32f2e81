import { expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { grossedUpKrw, prizeTaxKrw, storeTaxKrw } from './prize-tax.js';

const { prizeTax } = await openKnowledge();

it.each([
  [50_000, 0],
  [50_001, 11_000],
  [100_000, 22_000],
  [99_990, 21_980],
])('takes from a prize of %i won %i won of tax', (valueKrw, taxKrw) => {
  expect(prizeTaxKrw(valueKrw, prizeTax)).toBe(taxKrw);
});

it('leaves the winner the whole prize when the store pays the tax on prize and tax together', () => {
  expect(grossedUpKrw(78_000, prizeTax)).toBe(100_000);
  expect(storeTaxKrw(78_000, prizeTax)).toBe(22_000);
  expect([grossedUpKrw(50_000, prizeTax), storeTaxKrw(50_000, prizeTax)]).toEqual([50_000, 0]);
});
