import { createHmac } from 'node:crypto';

/**
 * What stands for a phone in a campaign's uniqueness check: equal phones give equal values, and nobody without
 * the key can go back. Another campaign gives another value, so that two leaks cannot be joined.
 * `HMAC-SHA256(key, "kt-bi/1\0" campaignId "\0" phone)`, hex.
 */
export function blindIndex(key: Uint8Array, campaignId: string, phone: string): string {
  return createHmac('sha256', key).update(`kt-bi/1\0${campaignId}\0${phone}`).digest('hex');
}

/**
 * What stands for a receipt of the till, so that it is spent once in a campaign. Receipt numbers follow each other:
 * a plain hash would be guessed at once. `HMAC-SHA256(key, "kt-visit-receipt/1\0" campaignId "\0" number)`, hex.
 */
export function receiptHash(key: Uint8Array, campaignId: string, receiptNo: string): string {
  return createHmac('sha256', key).update(`kt-visit-receipt/1\0${campaignId}\0${receiptNo}`).digest('hex');
}

/**
 * Recognises a repeated request. Keyed as well: a plain hash of a body with a phone in it is guessed in seconds.
 */
export function requestHash(key: Uint8Array, canonicalRequest: string): string {
  return createHmac('sha256', key).update(`kt-request/1\0${canonicalRequest}`).digest('hex');
}
