import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { OrganiserSignature } from '../schema/draw.js';
import { fromHex } from './bytes.js';

/** Signs a hash with the organiser's private Ed25519 key. */
export function signHash(hash: string, key: KeyObject): OrganiserSignature {
  return { public_key: toPublicKey(key), value: sign(null, fromHex(hash), key).toString('hex') };
}

export function isSignedBy(hash: string, signature: OrganiserSignature): boolean {
  return isSignedText(fromHex(hash), signature);
}

export function isSignedText(text: Uint8Array, { public_key, value }: OrganiserSignature): boolean {
  try {
    const x = fromHex(public_key).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, text, key, fromHex(value));
  } catch {
    return false; // not a point of the curve
  }
}

/** The 32 bytes people compare, hex. */
export function toPublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url').toString('hex');
}
