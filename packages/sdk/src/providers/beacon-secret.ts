import { createHash } from 'node:crypto';
import { StoreError } from '../errors/index.js';
import { drawProtocol } from '../schema/draw.js';
import type { SecretVault } from './randomness-beacon.js';

export type RandomBytes = (size: number) => Uint8Array;

/** What is published of a secret before the draw: its hash. */
export function toSecretCommit(secret: string): string {
  return createHash('sha256').update(`${drawProtocol} secret\0`, 'ascii').update(secret, 'hex').digest('hex');
}

/** Makes a secret of 32 bytes, keeps it, and returns what may be published. */
export async function announceSecret(vault: SecretVault, randomBytes: RandomBytes): Promise<string> {
  const secret = Buffer.from(randomBytes(32)).toString('hex');
  const commit = toSecretCommit(secret);
  await vault.write(commit, secret);
  return commit;
}

/** @throws StoreError `STORE_002` when the vault lost the secret or holds another. */
export async function revealSecret(vault: SecretVault, commit: string): Promise<string> {
  const secret = await vault.read(commit);
  if (secret === undefined || toSecretCommit(secret) !== commit) {
    throw new StoreError('STORE_002', { what: 'draw secret' });
  }
  return secret;
}
