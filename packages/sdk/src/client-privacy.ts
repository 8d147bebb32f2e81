import { join } from 'node:path';
import { eraseCampaign, findOverdue } from './campaign/erase-campaign.js';
import { eraseTaxPapers } from './campaign/erase-tax-papers.js';
import { eraseWithdrawn } from './campaign/erase-withdrawn.js';
import { exportPerson, type Forgotten, forgetPerson, type PersonalRecord } from './campaign/person.js';
import { requireCampaign } from './campaign/read-status.js';
import { type Rotated, rotateDataKey, rotateIndexKey } from './campaign/rotate-keys.js';
import type { Parts } from './client-parts.js';
import { UserError } from './errors/index.js';
import { readMasterKeys } from './options.js';
import type { ErasureReceipt } from './schema/erasure.js';
import { forgetOlderKeys, renewMasterKey } from './security/master-key.js';
import { createSecretBox } from './security/secret-box.js';

export interface KeyStatus {
  /** The present master key and those before it that are still known. */
  readonly masterKeys: number;
  readonly campaigns: readonly {
    readonly id: string;
    readonly name: string;
    readonly keyVersion: number;
    readonly dataKeys: number;
    /** True when phones are indexed under the present master key. */
    readonly newestIndex: boolean;
  }[];
}

/** Personal data: what its owners can ask for, its destruction, and the keys over it. */
export interface Privacy {
  /** Everything that is kept of the owner of a phone. @throws UserError `USER_001` for no mobile number */
  exportPerson(phone: string): Promise<PersonalRecord[]>;
  /** Erases the owner of a phone wherever that breaks no promise. @throws UserError `USER_001` for no mobile number */
  forgetPerson(phone: string): Promise<Forgotten[]>;
  /** Destroys the personal data of a campaign that is over. @throws UserError `USER_080` while it is not */
  erase(campaignId: string): Promise<ErasureReceipt>;
  /** Does so for every campaign whose promised day has come, and for tax papers past theirs,
   * and phones kept for a consent that was taken back. Harmless when called often. */
  eraseOverdue(): Promise<readonly ErasureReceipt[]>;
  keyStatus(): Promise<KeyStatus>;
  /**
   * Seals every secret under a new master key; where the keys come from the environment, under the first of them. The
   * older ones stay known. Processes that are open must be opened again.
   * @returns how many secrets were sealed anew
   */
  rotateMasterKey(): Promise<number>;
  /** Seals the persons of a campaign under a new data key. */
  rotateDataKey(campaignId: string): Promise<Rotated>;
  /** Indexes the participants under the present master key. @throws UserError `USER_082` while entries are taken */
  rotateIndexKey(campaignId: string): Promise<number>;
  /** Forgets the older master keys. @throws UserError `USER_081` while something still needs one */
  forgetOlderKeys(): Promise<void>;
}

export function privacy(parts: Parts): Privacy {
  const { store } = parts;
  const campaignOf = (id: string) => requireCampaign(store, id);

  return {
    exportPerson: (phone) => exportPerson(phone, parts),
    forgetPerson: (phone) => forgetPerson(phone, parts),
    erase: async (id) => eraseCampaign(await campaignOf(id), parts),
    async eraseOverdue() {
      const receipts: ErasureReceipt[] = [];
      await eraseTaxPapers(parts);
      await eraseWithdrawn(parts);
      for (const campaign of await findOverdue(parts)) receipts.push(await eraseCampaign(campaign, parts));
      return receipts;
    },
    rotateDataKey: async (id) => rotateDataKey(await campaignOf(id), parts),
    rotateIndexKey: async (id) => rotateIndexKey(await campaignOf(id), parts),
    ...masterKeys(parts),
  };
}

function masterKeys(parts: Parts): Pick<Privacy, 'keyStatus' | 'rotateMasterKey' | 'forgetOlderKeys'> {
  const { store, keyring, sealing, folder, randomBytes, environment } = parts;
  const file = { path: join(folder, 'master.key'), randomBytes };
  const given = readMasterKeys(environment) !== undefined;

  async function keyStatus(): Promise<KeyStatus> {
    const campaigns = await store.campaigns.list();
    return {
      masterKeys: 1 + (sealing.olderKeys?.length ?? 0),
      campaigns: await Promise.all(
        campaigns.map(async ({ id, brief }) => {
          const { keyVersion, dataKeys } = await keyring.of(id);
          const newestIndex = await keyring.hasNewestRoot(id);
          return { id, name: brief.name, keyVersion, dataKeys: dataKeys.size, newestIndex };
        }),
      ),
    };
  }

  return {
    keyStatus,
    async rotateMasterKey() {
      const keys = given ? sealing : await renewMasterKey(file);
      return createSecretBox({ ...sealing, ...keys }).rewrap();
    },
    async forgetOlderKeys() {
      const { campaigns } = await keyStatus();
      const needed = campaigns.filter(({ newestIndex }) => !newestIndex).length;
      if (needed > 0) throw new UserError('USER_081', { count: needed });
      await createSecretBox(sealing).rewrap();
      if (!given) await forgetOlderKeys(file);
    },
  };
}
