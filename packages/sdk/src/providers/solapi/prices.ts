import type { Price } from '../price.js';

const list = { source: "Solapi's list price, without VAT", date: '2026-11-20' } as const;

/** One message of each kind, won. */
export const messagePrices = {
  SMS: { value: 18, ...list },
  LMS: { value: 45, ...list },
  brandMessage: { value: 20, source: 'vendor pages name 15 to 20 KRW for a text message', date: '2026-11' },
} as const satisfies Record<string, Price>;
