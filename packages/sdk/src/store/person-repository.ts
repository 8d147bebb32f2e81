import type { SealedEntry, StoredEntry } from './entry-repository.js';

/** Another form of the person in one entry. An empty text stands for what is no longer kept. */
export interface Resealed extends Pick<SealedEntry, 'sealedName' | 'sealedPhone' | 'sealedSalt'> {
  readonly id: string;
  readonly keyVersion: number;
}

interface PersonCount {
  /** Entries of which something of the person is still kept. */
  readonly kept: number;
  /** Entries of which nothing is. */
  readonly erased: number;
}

/** The persons in the entries: what is sealed anew, found by its owner's phone, or destroyed. The entries themselves stay. */
export interface PersonRepository {
  /** Persons that are still sealed with a data key older than `version`, in order of arrival. */
  sealedBefore(campaignId: string, version: number, limit: number): Promise<StoredEntry[]>;
  /** Replaces all of them in one transaction. What has a newer version meanwhile is left as it is. */
  reseal(campaignId: string, persons: readonly Resealed[]): Promise<void>;
  /** Forgets which phones and requests belong to entries whose person is no longer kept. */
  forget(campaignId: string): Promise<void>;
  /** Those who agreed to hear of the store and whose phone is kept, in order of arrival; also who took it back since. */
  consenters(campaignId: string): Promise<StoredEntry[]>;
  /**
   * Takes back a consent to hear of the store. The first time stands.
   *
   * @returns the time that stands; nothing where nobody had agreed
   */
  withdrawConsent(campaignId: string, entryId: string, at: string): Promise<string | undefined>;
  /** Those of all campaigns who took it back and whose phone is still kept. */
  withdrawn(): Promise<StoredEntry[]>;
  /** @returns the id of the entry of this phone */
  find(campaignId: string, blindIndex: string): Promise<string | undefined>;
  /**
   * Puts others in the place of the indexes of a campaign, by the ids of their entries, in one transaction. Requests
   * from before are recognised no longer.
   */
  reindex(campaignId: string, indexes: ReadonlyMap<string, string>): Promise<void>;
  count(campaignId: string): Promise<PersonCount>;
  /** Leaves nothing of what was deleted in the database's own files, as far as it can be told to. */
  scrub(): Promise<void>;
}
