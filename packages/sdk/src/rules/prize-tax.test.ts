import { expect, it } from 'vitest';
import { prizeTaxKrw } from './prize-tax.js';

it.each([
  [50_000, 0],
  [50_001, 11_000],
  [100_000, 22_000],
  [99_990, 21_980],
])('takes from a prize of %i won %i won of tax', (valueKrw, taxKrw) => {
  expect(prizeTaxKrw(valueKrw)).toBe(taxKrw);
});
