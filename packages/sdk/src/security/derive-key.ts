import { hkdfSync } from 'node:crypto';

/**
 * A key of 32 bytes for one purpose: knowing it tells nothing about the master key or any other purpose.
 *
 * @param purpose - Constant name, such as `kt-bi/1`.
 * @param scope - What the key is limited to, such as a campaign's id.
 */
export function deriveKey(masterKey: Uint8Array, purpose: string, scope = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, scope, purpose, 32));
}
