import type { KeyObject } from 'node:crypto';
import { StoreError } from '../errors/index.js';
import { deriveKey } from './derive-key.js';
import type { MasterKeys } from './master-key.js';
import { createSecretBox, type SecretBox, type SecretBoxDeps } from './secret-box.js';
import { toSigningKey } from './signing-key.js';

/** The keys of one campaign, in clear. They never leave the process. */
export interface CampaignKeys {
  /** Encrypts names, phones and salts. */
  readonly dataKey: Uint8Array;
  /** Version of {@link dataKey}, kept with each entry. */
  readonly keyVersion: number;
  /** Every data key that has not been destroyed, by its version. */
  readonly dataKeys: ReadonlyMap<number, Uint8Array>;
  /** Keys the blind index and request hashes. Derived, so it is in no database and no backup of one. */
  readonly indexKey: Uint8Array;
  /** Makes the codes that prove a visit. */
  readonly visitKey: Uint8Array;
  /** The organiser's Ed25519 key: signs receipts, the commitment and the transcript. */
  readonly signingKey: KeyObject;
}

export interface Keyring {
  /** The campaign's keys, made at first use. @throws StoreError `STORE_002` under another master key */
  of(campaignId: string): Promise<CampaignKeys>;
  /**
   * Takes a new data key into use: at once here, in other processes when they start again. What older ones sealed
   * still opens until they are retired. @returns its version
   */
  renew(campaignId: string): Promise<number>;
  /** Destroys the data keys before a version: whatever they sealed can never be read again. */
  retire(campaignId: string, version: number): Promise<number[]>;
  /** The index key that the master key of now gives, which becomes the campaign's once everything is indexed anew. */
  nextIndexKey(campaignId: string): Uint8Array;
  /** Derives the campaign's index and visit keys from the master key of now. */
  moveRoot(campaignId: string): Promise<void>;
  /** True when the campaign's index key is that of the master key of now. */
  hasNewestRoot(campaignId: string): Promise<boolean>;
  /** Destroys every data key: names, phones and salts of the campaign can never be read again. The draw stays verifiable. */
  shred(campaignId: string): Promise<void>;
}

/** Keeps the keys of campaigns, wrapped under the master key in the store and in clear in memory. */
export function createKeyring(deps: SecretBoxDeps): Keyring {
  const { masterKey, randomBytes } = deps;
  const box = createSecretBox(deps);
  const opened = new Map<string, Promise<CampaignKeys>>();

  async function open(campaignId: string): Promise<CampaignKeys> {
    const root = await rootOf(campaignId, box, deps);
    const dataKeys = await dataKeysOf(campaignId, box);
    if (dataKeys.size === 0) dataKeys.set(1, await box.keep(dataKeyName(campaignId, 1), randomBytes(32)));
    const keyVersion = Math.max(...dataKeys.keys());
    return {
      keyVersion,
      dataKeys,
      dataKey: dataKeys.get(keyVersion) as Uint8Array,
      // two processes may both make one: the first that is written stands, for both
      signingKey: toSigningKey(await box.keep(`signing-key/${campaignId}`, randomBytes(32))),
      indexKey: indexKeyFrom(root, campaignId),
      visitKey: deriveKey(root, 'kt-visit/1', campaignId),
    };
  }

  return {
    of(campaignId) {
      const known = opened.get(campaignId);
      if (known) return known;
      const opening = open(campaignId);
      opened.set(campaignId, opening);
      opening.catch(() => opened.delete(campaignId));
      return opening;
    },
    async renew(campaignId) {
      const version = (await open(campaignId)).keyVersion + 1;
      await box.keep(dataKeyName(campaignId, version), randomBytes(32));
      opened.delete(campaignId);
      return version;
    },
    async retire(campaignId, version) {
      const old = [...(await dataKeysOf(campaignId, box)).keys()].filter((each) => each < version);
      for (const each of old) await box.destroy(dataKeyName(campaignId, each));
      opened.delete(campaignId);
      return old;
    },
    nextIndexKey: (campaignId) => indexKeyFrom(masterKey, campaignId),
    async moveRoot(campaignId) {
      await box.replace(rootName(campaignId), rootId(masterKey));
      opened.delete(campaignId);
    },
    hasNewestRoot: async (campaignId) => (await rootOf(campaignId, box, deps)) === masterKey,
    async shred(campaignId) {
      opened.delete(campaignId);
      for (const name of await box.names(dataKeyPrefix(campaignId))) await box.destroy(name);
    },
  };
}

async function dataKeysOf(campaignId: string, box: SecretBox): Promise<Map<number, Uint8Array>> {
  const prefix = dataKeyPrefix(campaignId);
  const found = new Map<number, Uint8Array>();
  for (const name of await box.names(prefix)) {
    const key = await box.read(name);
    if (key) found.set(Number(name.slice(prefix.length)), key);
  }
  return found;
}

/**
 * The master key that a campaign's derived keys come from: that of the day on which it began, so that a new master key
 * does not make a phone a stranger in the middle of a campaign.
 */
async function rootOf(
  campaignId: string,
  box: SecretBox,
  { masterKey, olderKeys = [] }: MasterKeys,
): Promise<Uint8Array> {
  const wanted = await box.keep(rootName(campaignId), rootId(masterKey));
  const root = [masterKey, ...olderKeys].find((key) => rootId(key).equals(wanted));
  if (!root) throw new StoreError('STORE_002', { what: 'master key of the campaign' });
  return root;
}

/** Recognises a master key without being of use to whoever reads it. */
const rootId = (key: Uint8Array): Buffer => deriveKey(key, 'kt-root/1').subarray(0, 8);

const indexKeyFrom = (root: Uint8Array, campaignId: string) => deriveKey(root, 'kt-bi/1', campaignId);

const rootName = (campaignId: string) => `root/${campaignId}`;
const dataKeyPrefix = (campaignId: string) => `data-key/${campaignId}/`;
const dataKeyName = (campaignId: string, version: number) => `${dataKeyPrefix(campaignId)}${version}`;
