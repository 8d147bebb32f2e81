import type { CampaignKeys, Keyring } from '../security/campaign-keys.js';
import { openEntry, type Person, sealPerson } from '../security/entry-seal.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { StoredEntry } from '../store/entry-repository.js';
import type { Resealed } from '../store/person-repository.js';
import type { Store } from '../store/store.js';

export interface PersonDeps {
  readonly store: Pick<
    Store,
    'persons' | 'entries' | 'campaigns' | 'audit' | 'outcomes' | 'draws' | 'awards' | 'exclusions' | 'journal'
  >;
  readonly keyring: Keyring;
  readonly randomBytes: RandomBytes;
  readonly now: () => Date;
}

/** Persons in one transaction: short enough that nobody who enters meanwhile waits for it. */
const batchSize = 1_000;

/** What is to be kept of a person; nothing of one who is to be erased. */
type Keep = (entry: StoredEntry, open: () => Person) => Person | undefined;

/**
 * Seals every person of a campaign under the newest data key, and erases those that `keep` gives up. An interrupted run
 * of it goes on where it stopped.
 *
 * @returns how many persons were handled this time
 */
export async function resealPersons(
  campaignId: string,
  { store, keyring, randomBytes }: Pick<PersonDeps, 'store' | 'keyring' | 'randomBytes'>,
  keep: Keep,
): Promise<number> {
  const keys = await keyring.of(campaignId);
  let count = 0;
  for (;;) {
    const batch = await store.persons.sealedBefore(campaignId, keys.keyVersion, batchSize);
    if (batch.length === 0) return count;
    const resealed = batch.map((entry) => reseal(entry, { keys, keep, randomBytes }));
    await store.persons.reseal(campaignId, resealed);
    count += batch.length;
  }
}

interface Sealing {
  readonly keys: CampaignKeys;
  readonly keep: Keep;
  readonly randomBytes: RandomBytes;
}

function reseal(entry: StoredEntry, { keys, keep, randomBytes }: Sealing): Resealed {
  const row = { id: entry.id, campaignId: entry.campaignId, keyVersion: keys.keyVersion };
  const person = keep(entry, () => openEntry(entry, keys));
  return { ...row, ...(person ? sealPerson(person, row, { dataKey: keys.dataKey, randomBytes }) : nobody) };
}

/** What stands where a person stood. */
export const nobody = { sealedName: '', sealedPhone: '', sealedSalt: '' } as const;
