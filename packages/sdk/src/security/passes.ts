import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './derive-key.js';

/** What a staff link opens: the screen that shows the visit code, or the page that marks coupons used. */
export type StaffPage = 'visit' | 'redeem';

/** 128 bits as text that fits into an address. */
const tokenLength = 22;

/**
 * The unguessable part of a staff link. The screen stands where customers see it, so its link must not open the other.
 *
 * @param version - Raised to make the links handed out so far stop working.
 */
export function staffToken(visitKey: Uint8Array, page: StaffPage, version: number): string {
  const key = deriveKey(visitKey, 'kt-staff/1');
  return createHmac('sha256', key).update(`${page}\0${version}`).digest('base64url').slice(0, tokenLength);
}

/** Shows that somebody has the receipt without showing its salt: it is made of the receipt alone. */
export function couponToken(entry: {
  readonly campaignId: string;
  readonly entryId: string;
  readonly salt: string;
}): string {
  const { campaignId, entryId, salt } = entry;
  const text = `kt-coupon/1\0${campaignId}\0${entryId}\0${salt}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, tokenLength);
}

export function isSameToken(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
