import type { Price } from '../price.js';

/** NHN shows its prices to customers only, so this is what other dealers name [A]. */
export const brandMessagePrice: Price = {
  value: 20,
  source: 'vendor pages name 15 to 20 KRW for a text message; NHN Cloud publishes none',
  date: '2026-11',
};
