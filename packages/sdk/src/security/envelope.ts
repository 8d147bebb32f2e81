import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { StoreError } from '../errors/index.js';
import type { RandomBytes } from './random-bytes.js';

const cipher = 'aes-256-gcm';
/** 96 bits, the length GCM is made for; random ones are safe for 2^32 messages a key. Source: NIST SP 800-38D, 8.3. */
const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed value belongs. Moved to another row or column it does not open. */
export type Place = readonly (string | number)[];

/** Encrypts with AES-256-GCM. @returns base64url of nonce, ciphertext and tag. */
export function seal(
  key: Uint8Array,
  clear: Uint8Array,
  { place, randomBytes }: { readonly place: Place; readonly randomBytes: RandomBytes },
): string {
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, keyObjectOf(key), nonce).setAAD(additionalData(place));
  const body = [encryption.update(clear), encryption.final()];
  return Buffer.concat([nonce, ...body, encryption.getAuthTag()]).toString('base64url');
}

/** A cipher takes a third less time over a key that is set up already. They are forgotten with their bytes. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function keyObjectOf(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

/** @throws StoreError `STORE_002` when the key, the place or a single bit is not the one it was sealed with. */
export function unseal(key: Uint8Array, sealed: string, place: Place): Buffer {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const nonce = bytes.subarray(0, nonceBytes);
    const decryption = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
      .setAAD(additionalData(place))
      .setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const body = bytes.subarray(nonceBytes, bytes.length - tagBytes);
    return Buffer.concat([decryption.update(body), decryption.final()]);
  } catch (cause) {
    throw new StoreError('STORE_002', { what: 'sealed value' }, { cause });
  }
}

function additionalData(place: Place): Buffer {
  return Buffer.from(place.join('\0'), 'utf8');
}
