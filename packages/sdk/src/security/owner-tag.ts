import { createHmac } from 'node:crypto';
import { drawProtocol } from '../schema/draw.js';

/**
 * Binds an entry to a phone without showing it: whoever knows the salt and the phone can make it again.
 * `HMAC-SHA256(salt, TAG("owner") phone)` of the draw protocol, 3.4; hex.
 *
 * @param salt - 16 random bytes, hex; the participant's receipt holds it.
 * @param phone - E.164, such as `+821012345678`.
 */
export function ownerTag(salt: string, phone: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex'))
    .update(`${drawProtocol} owner\0`, 'ascii')
    .update(phone, 'ascii')
    .digest('hex');
}
