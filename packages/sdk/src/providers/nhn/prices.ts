import type { MessageKind } from '../../schema/notice.js';
import type { Price } from '../price.js';

/** NHN shows its prices to customers only, so this is what other dealers name [A]. */
export const brandMessagePrice: Price = {
  value: 20,
  source: 'vendor pages name 15 to 20 KRW for a text message; NHN Cloud publishes none',
  date: '2026-11',
};

const assumed = {
  source: "Solapi's list price without VAT; NHN Cloud shows its own to customers only",
  date: '2026-11-20',
} as const;

/** One notice of each kind, won [A]. */
export const messagePrices = {
  alimtalk: { value: 13, ...assumed },
  sms: { value: 18, ...assumed },
  lms: { value: 45, ...assumed },
} as const satisfies Record<MessageKind, Price>;
