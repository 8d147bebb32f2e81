import type { KeyObject } from 'node:crypto';
import type { KeyRepository } from '../store/key-repository.js';
import { deriveKey } from './derive-key.js';
import { seal, unseal } from './envelope.js';
import type { RandomBytes } from './random-bytes.js';
import { toSigningKey } from './signing-key.js';

/** The keys of one campaign, in clear. They never leave the process. */
export interface CampaignKeys {
  /** Encrypts names, phones and salts. */
  readonly dataKey: Uint8Array;
  /** Version of {@link dataKey}, kept with each entry. */
  readonly keyVersion: number;
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
  /** Destroys the data key: names, phones and salts of the campaign can never be read again. The draw stays verifiable. */
  shred(campaignId: string): Promise<void>;
}

export interface KeyringDeps {
  readonly keys: KeyRepository;
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
  readonly randomBytes: RandomBytes;
}

const keyVersion = 1;

/** Keeps the keys of campaigns, wrapped under the master key in the store and in clear in memory. */
export function createKeyring({ keys, masterKey, randomBytes }: KeyringDeps): Keyring {
  const wrappingKey = deriveKey(masterKey, 'kt-wrap/1');
  const opened = new Map<string, Promise<CampaignKeys>>();

  /** Two processes may both make one: the first that is written stands, for both. */
  async function secret(name: string, place: readonly (string | number)[]): Promise<Buffer> {
    const standing = await keys.read(name);
    if (standing !== undefined) return unseal(wrappingKey, standing, place);
    const sealed = seal(wrappingKey, randomBytes(32), { place, randomBytes });
    return unseal(wrappingKey, await keys.write(name, sealed), place);
  }

  async function open(campaignId: string): Promise<CampaignKeys> {
    return {
      keyVersion,
      dataKey: await secret(dataKeyName(campaignId), [campaignId, keyVersion]),
      signingKey: toSigningKey(await secret(`signing-key/${campaignId}`, [campaignId, 'signing'])),
      indexKey: deriveKey(masterKey, 'kt-bi/1', campaignId),
      visitKey: deriveKey(masterKey, 'kt-visit/1', campaignId),
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
    async shred(campaignId) {
      opened.delete(campaignId);
      await keys.destroy(dataKeyName(campaignId));
    },
  };
}

const dataKeyName = (campaignId: string) => `data-key/${campaignId}/${keyVersion}`;
