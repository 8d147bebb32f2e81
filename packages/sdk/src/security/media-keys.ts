import type { KeyRepository } from '../store/key-repository.js';
import { deriveKey } from './derive-key.js';
import { seal, unseal } from './envelope.js';
import type { RandomBytes } from './random-bytes.js';

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

export interface MediaKeysDeps {
  readonly keys: KeyRepository;
  readonly masterKey: Uint8Array;
  readonly randomBytes: RandomBytes;
}

/** Before the first rotation. */
const firstId = '1';

/**
 * The store holds no key, only which id came after which, sealed so that nobody without the master key can rotate.
 * Later ids are random: a store put back from a backup never takes up an id again that it gave out after that backup.
 */
export async function openMediaKeys({ keys, masterKey, randomBytes }: MediaKeysDeps): Promise<MediaKeys> {
  const sealingKey = deriveKey(masterKey, 'kt-media-order/1');
  let lastSeen = firstId;

  async function current(): Promise<string> {
    for (let next = await idAfter(lastSeen); next !== undefined; next = await idAfter(lastSeen)) {
      lastSeen = next;
    }
    return lastSeen;
  }

  async function idAfter(id: string): Promise<string | undefined> {
    const sealed = await keys.read(nameOf(id));
    return sealed === undefined ? undefined : unseal(sealingKey, sealed, [id]).toString();
  }

  await current();
  return {
    lastSeen: () => lastSeen,
    current,
    keyOf: (id) => deriveKey(masterKey, 'kt-media/1', id),
    async rotate() {
      const old = await current();
      const next = Buffer.from(randomBytes(8)).toString('hex');
      await keys.write(nameOf(old), seal(sealingKey, Buffer.from(next), { place: [old], randomBytes }));
      return current();
    },
  };
}

const nameOf = (id: string) => `media-key-after/${id}`;
