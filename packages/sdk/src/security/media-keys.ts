import { deriveKey } from './derive-key.js';
import { createSecretBox, type SecretBoxDeps } from './secret-box.js';

/** The keys that media addresses are signed with, one at a time. */
export interface MediaKeys {
  /** Id of the key in use, as this process last saw it: another process may have rotated since. */
  lastSeen(): string;
  /** Id of the key in use, read from the store. */
  current(): Promise<string>;
  /** 32 bytes. Every id has a key; only the current one's counts. */
  keyOf(id: string): Uint8Array;
  /**
   * Takes a new key into use: what was signed before stops working at once, in every process. Two rotations at the
   * same moment are one. @returns the new id
   */
  rotate(): Promise<string>;
}

/** Before the first rotation. */
const firstId = '1';

/**
 * The store holds no key, only which id came after which, sealed so that nobody without the master key can rotate.
 * Another master key makes other keys: what was signed under the one before stops working. Later ids are random: a store put back from a backup never takes up an id again that it gave out after that backup.
 */
export async function openMediaKeys(deps: SecretBoxDeps): Promise<MediaKeys> {
  const { masterKey, randomBytes } = deps;
  const box = createSecretBox(deps);
  let lastSeen = firstId;

  async function current(): Promise<string> {
    for (let next = await idAfter(lastSeen); next !== undefined; next = await idAfter(lastSeen)) {
      lastSeen = next;
    }
    return lastSeen;
  }

  async function idAfter(id: string): Promise<string | undefined> {
    return (await box.read(nameOf(id)))?.toString();
  }

  await current();
  return {
    lastSeen: () => lastSeen,
    current,
    keyOf: (id) => deriveKey(masterKey, 'kt-media/1', id),
    async rotate() {
      const old = await current();
      const next = Buffer.from(randomBytes(8)).toString('hex');
      await box.keep(nameOf(old), Buffer.from(next));
      return current();
    },
  };
}

const nameOf = (id: string) => `media-key-after/${id}`;
