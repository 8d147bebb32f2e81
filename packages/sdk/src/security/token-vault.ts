import { createSecretBox, type SecretBoxDeps } from './secret-box.js';

/** Keeps tokens that their providers renew, sealed under the master key. */
export interface SealedTokens {
  read(name: string): Promise<string | undefined>;
  /** Replaces what stood there. Resolves once it would survive a power cut. */
  write(name: string, value: string): Promise<void>;
}

export function createTokenVault(deps: SecretBoxDeps): SealedTokens {
  const box = createSecretBox(deps);
  return {
    read: async (name) => (await box.read(nameOf(name)))?.toString(),
    write: (name, value) => box.replace(nameOf(name), Buffer.from(value)),
  };
}

const nameOf = (name: string) => `provider-token/${name}`;
