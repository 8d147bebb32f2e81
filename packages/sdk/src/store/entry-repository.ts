import type { Entry } from '../schema/entry.js';
import type { Spending, SpentBefore } from './spending.js';

/** An entry ready to be written: everything personal is sealed. */
export interface SealedEntry extends Omit<Entry, 'seq' | 'couponNo'> {
  /** Keyed hash of the phone, hex: unique within the campaign. */
  readonly blindIndex: string;
  /** Ciphertexts, base64url. */
  readonly sealedName: string;
  readonly sealedPhone: string;
  readonly sealedSalt: string;
  /** Keyed hash of the receipt that brings the visit bonus, hex: spent with the entry, once in a campaign. */
  readonly receiptHash?: string | undefined;
  readonly keyVersion: number;
  readonly idempotencyKey?: string | undefined;
  /** Hash of the request body, to tell a repeat from another request under the same key. */
  readonly requestHash: string;
  /** What the request paid with, where the campaign asks for it. An entry whose payment is spent is not made. */
  readonly spends?: Spending | undefined;
}

export type EntryOutcome =
  | { readonly kind: 'created'; readonly entry: StoredEntry }
  /** The same request again: the first answer stands. */
  | { readonly kind: 'replayed'; readonly entry: StoredEntry }
  | { readonly kind: 'duplicate'; readonly enteredAt: string }
  | { readonly kind: 'key_reused' }
  | { readonly kind: 'sold_out'; readonly stock: number }
  /** Another entry has had the bonus of this receipt. Nothing was written. */
  | { readonly kind: 'receipt_used' }
  /** Somebody had entered with it before. Nothing was written. */
  | { readonly kind: 'spent'; readonly what: SpentBefore };

export type StoredEntry = Entry &
  Pick<SealedEntry, 'sealedName' | 'sealedPhone' | 'sealedSalt' | 'keyVersion'> & {
    /** When the person took back the consent to hear of the store. */
    readonly marketingWithdrawnAt?: string | undefined;
  };

export interface EntryTally {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly visitors: number;
  readonly marketingConsents: number;
}

export interface DayCount {
  readonly day: string;
  readonly entered: number;
}

export interface EntryRepository {
  /**
   * Writes a batch in arrival order, in one transaction, with one outcome for each. For first-come it takes
   * exact stock and closes the campaign in the transaction that takes the last piece.
   * Nothing is answered before the commit is on disk. @throws StoreError `STORE_005`
   */
  add(batch: readonly SealedEntry[]): Promise<EntryOutcome[]>;
  /**
   * Prepares the stock of a first-come campaign; once somebody has entered a call changes nothing.
   *
   * @param rushUntil - Until then nobody is given a coupon: those who come wait for a lottery.
   */
  openStock(campaignId: string, stock: number, rushUntil?: string): Promise<void>;
  remainingStock(campaignId: string): Promise<number | undefined>;
  find(campaignId: string, entryId: string): Promise<StoredEntry | undefined>;
  /** The entry that came of a request under this key, with the hash of that request. */
  findByKey(
    campaignId: string,
    idempotencyKey: string,
  ): Promise<{ readonly entry: StoredEntry; readonly requestHash: string } | undefined>;
  /** In order of arrival. */
  list(campaignId: string): Promise<StoredEntry[]>;
  /** Counts requests that were refused before they became an entry (wrong phone, closed, no consent). */
  countRefusals(campaignId: string, count: number): Promise<void>;
  tally(campaignId: string): Promise<EntryTally>;
  /** How many were received on each day of Seoul, the first day first. Days without any are left out. */
  byDay(campaignId: string): Promise<DayCount[]>;
}
