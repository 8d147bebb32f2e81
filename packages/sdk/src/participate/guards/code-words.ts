import { createHmac, timingSafeEqual } from 'node:crypto';
import type { E164 } from '../../security/phone.js';
import type { RandomBytes } from '../../security/random-bytes.js';

/** Six digits. The remainder favours small numbers by 10^6 in 2^48: nothing anybody could use. */
export function newCode(randomBytes: RandomBytes): string {
  return String(Buffer.from(randomBytes(6)).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** What stands for a phone among codes. It cannot be joined with the entries: their key is another one. */
export function codePhoneIndex(key: Uint8Array, phone: E164): string {
  return hmac(key, `kt-code-phone/1\0${phone}`);
}

/** A code is worth something for its own request and phone only. */
export function codeHash(
  key: Uint8Array,
  { id, phone, code }: Readonly<Record<'id' | 'phone' | 'code', string>>,
) {
  return hmac(key, `kt-code/1\0${id}\0${phone}\0${code}`);
}

/** In constant time. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * What stands for an address. Whoever has one of version 6 has at least 2^64 of them, so its network counts.
 *
 * @param address - As the socket or a trusted proxy tells it.
 */
export function clientIndex(key: Uint8Array, address: string): string {
  return hmac(key, `kt-client/1\0${networkOf(address)}`);
}

function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = ''] = address.split('%');
  const [left = '', right] = head.split('::');
  const groups = left.split(':').filter((group) => group !== '');
  if (right === undefined) return groups.slice(0, 4).join(':');
  const tail = right.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - tail.length) }, () => '0');
  return [...groups, ...zeros, ...tail].slice(0, 4).join(':');
}

function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
