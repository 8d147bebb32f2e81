import type { KeyRepository } from '../store/key-repository.js';
import { deriveKey } from './derive-key.js';
import { seal, unseal } from './envelope.js';
import type { RandomBytes } from './random-bytes.js';

/** Keeps the operator's or witnesses' secrets of a draw from the announcement to the draw. */
export interface SealedVault {
  read(ref: string): Promise<string | undefined>;
  /** Resolves once the secret would survive a power cut. The first secret under a name stays. */
  write(ref: string, hex: string): Promise<void>;
}

export interface SealedVaultDeps {
  readonly keys: KeyRepository;
  readonly masterKey: Uint8Array;
  readonly randomBytes: RandomBytes;
}

/** A vault in the store, sealed under the master key. */
export function createSecretVault({ keys, masterKey, randomBytes }: SealedVaultDeps): SealedVault {
  const key = deriveKey(masterKey, 'kt-beacon/1');
  return {
    async read(ref) {
      const sealed = await keys.read(nameOf(ref));
      return sealed === undefined ? undefined : unseal(key, sealed, [ref]).toString('hex');
    },
    async write(ref, hex) {
      await keys.write(nameOf(ref), seal(key, Buffer.from(hex, 'hex'), { place: [ref], randomBytes }));
    },
  };
}

const nameOf = (ref: string) => `beacon-secret/${ref}`;
