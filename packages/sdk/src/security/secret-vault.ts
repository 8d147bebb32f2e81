import { createSecretBox, type SecretBoxDeps } from './secret-box.js';

/** Keeps the operator's or witnesses' secrets of a draw from the announcement to the draw. */
export interface SealedVault {
  read(ref: string): Promise<string | undefined>;
  /** Resolves once the secret would survive a power cut. The first secret under a name stays. */
  write(ref: string, hex: string): Promise<void>;
}

/** A vault in the store, sealed under the master key. */
export function createSecretVault(deps: SecretBoxDeps): SealedVault {
  const box = createSecretBox(deps);
  return {
    read: async (ref) => (await box.read(nameOf(ref)))?.toString('hex'),
    async write(ref, hex) {
      await box.keep(nameOf(ref), Buffer.from(hex, 'hex'));
    },
  };
}

const nameOf = (ref: string) => `beacon-secret/${ref}`;
