import { createPrivateKey, type KeyObject } from 'node:crypto';

/** PKCS #8 of an Ed25519 key up to its 32 bytes. Source: RFC 8410, 7. */
const header = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 private key from its seed of 32 bytes. */
export function toSigningKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([header, seed]), format: 'der', type: 'pkcs8' });
}
