import { StoreError } from '../errors/index.js';
import type { KeyRepository } from '../store/key-repository.js';
import { deriveKey } from './derive-key.js';
import { seal, unseal } from './envelope.js';
import type { MasterKeys } from './master-key.js';
import type { RandomBytes } from './random-bytes.js';

/** Secrets by name, in the store only sealed under the master key. Moved to another name one does not open. */
export interface SecretBox {
  /** @throws StoreError `STORE_002` when no master key that is known opens it */
  read(name: string): Promise<Buffer | undefined>;
  /** The first secret under a name stays. Resolves once it would survive a power cut. @returns the one that stands */
  keep(name: string, clear: Uint8Array): Promise<Buffer>;
  /** Puts another secret in the place of the one that stands, if any. */
  replace(name: string, clear: Uint8Array): Promise<void>;
  destroy(name: string): Promise<void>;
  /** Those that begin with `prefix`. */
  names(prefix: string): Promise<string[]>;
  /** Seals everything under the master key of now, what is sealed so already excepted. @returns how many were sealed anew */
  rewrap(): Promise<number>;
}

export interface SecretBoxDeps extends MasterKeys {
  readonly keys: KeyRepository;
  readonly randomBytes: RandomBytes;
}

export function createSecretBox({ keys, masterKey, olderKeys = [], randomBytes }: SecretBoxDeps): SecretBox {
  const [newest, ...older] = [masterKey, ...olderKeys].map((key) => deriveKey(key, 'kt-wrap/1')) as [Buffer];
  const wrap = (name: string, clear: Uint8Array) => seal(newest, clear, { place: [name], randomBytes });

  return {
    async read(name) {
      const sealed = await keys.read(name);
      return sealed === undefined ? undefined : open([newest, ...older], sealed, name);
    },
    keep: async (name, clear) => open([newest, ...older], await keys.write(name, wrap(name, clear)), name),
    replace: (name, clear) => keys.replace(name, wrap(name, clear)),
    destroy: (name) => keys.destroy(name),
    names: (prefix) => keys.names(prefix),
    async rewrap() {
      let count = 0;
      for (const name of await keys.names('')) {
        const sealed = await keys.read(name);
        if (sealed === undefined || opens(newest, sealed, name)) continue;
        await keys.replace(name, wrap(name, open(older, sealed, name)));
        count += 1;
      }
      return count;
    },
  };
}

/** Under the first key that opens it. */
function open(wrappingKeys: readonly Buffer[], sealed: string, name: string): Buffer {
  const right = wrappingKeys.find((key) => opens(key, sealed, name));
  if (!right) throw new StoreError('STORE_002', { what: 'sealed value' });
  return unseal(right, sealed, [name]);
}

function opens(key: Uint8Array, sealed: string, name: string): boolean {
  try {
    unseal(key, sealed, [name]);
    return true;
  } catch {
    return false;
  }
}
