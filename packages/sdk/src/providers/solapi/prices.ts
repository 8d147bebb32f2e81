import type { MessageKind } from '../../schema/notice.js';
import type { Price } from '../price.js';

const list = { source: "Solapi's list price, without VAT", date: '2026-11-20' } as const;

/** One message of each kind, won. */
export const messagePrices = {
  alimtalk: { value: 13, ...list },
  sms: { value: 18, ...list },
  lms: { value: 45, ...list },
  brandMessage: { value: 20, source: 'vendor pages name 15 to 20 KRW for a text message', date: '2026-11' },
} as const satisfies Record<MessageKind | 'brandMessage', Price>;
