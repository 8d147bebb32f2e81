import type { DrawEntry } from '../schema/draw.js';
import { fromHex, hmacSha256, sha256, tag, u32, u64 } from './bytes.js';

/**
 * Binds an entry to a phone without showing it: whoever knows the salt and the phone can make it again.
 *
 * @param salt - 16 random bytes, hex; the participant's receipt holds it.
 * @param phone - E.164, such as `+821012345678`.
 */
export function ownerTag(salt: string, phone: string): string {
  return hmacSha256(fromHex(salt), tag('owner'), Buffer.from(phone, 'ascii')).toString('hex');
}

/** Hashes the entries of one event to leaves of its tree. */
export function createLeafHash(eventId: string): (entry: DrawEntry) => Buffer {
  const prefix = Buffer.concat([
    Buffer.of(0x00),
    tag('leaf'),
    u32(eventId.length),
    Buffer.from(eventId, 'ascii'),
  ]);
  return ({ entryId, weight, ownerTag }) => sha256(prefix, fromHex(entryId), u64(weight), fromHex(ownerTag));
}
