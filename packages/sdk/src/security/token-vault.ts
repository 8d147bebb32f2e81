import { deriveKey } from './derive-key.js';
import { seal, unseal } from './envelope.js';
import type { SealedVaultDeps } from './secret-vault.js';

/** Keeps tokens that their providers renew, sealed under the master key. */
export interface SealedTokens {
  read(name: string): Promise<string | undefined>;
  /** Replaces what stood there. Resolves once it would survive a power cut. */
  write(name: string, value: string): Promise<void>;
}

export function createTokenVault({ keys, masterKey, randomBytes }: SealedVaultDeps): SealedTokens {
  const key = deriveKey(masterKey, 'kt-token/1');
  return {
    async read(name) {
      const sealed = await keys.read(nameOf(name));
      return sealed === undefined ? undefined : unseal(key, sealed, [name]).toString();
    },
    async write(name, value) {
      await keys.replace(nameOf(name), seal(key, Buffer.from(value), { place: [name], randomBytes }));
    },
  };
}

const nameOf = (name: string) => `provider-token/${name}`;
