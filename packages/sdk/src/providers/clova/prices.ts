import type { Price } from '../price.js';

/**
 * What a character costs, won. From memory [M]: the documentation sends its readers to the price list of the portal. A
 * base fee is due each month even without a call (guide.ncloud-docs.com, read 2026-11-21), so it is no price of a script.
 */
export const voicePrice: Price = {
  value: 0.1,
  source: 'CLOVA Voice Premium, 100 KRW for 1,000 characters without VAT, from memory [M]',
  date: '2026-11',
};
