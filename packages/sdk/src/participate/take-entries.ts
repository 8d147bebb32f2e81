import type { Receipt } from '../schema/entry.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import { openEntry } from '../security/entry-seal.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { EntryOutcome, EntryRepository } from '../store/entry-repository.js';
import type { EntryRequest } from './entry-request.js';
import { toReceipt } from './receipt.js';
import { type Sealed, sealEntry } from './seal-entry.js';

/** A request on its way to the disk, with the keys of its campaign. */
export interface Submission extends EntryRequest {
  readonly keys: CampaignKeys;
}

/** What came of a request: an entry with its signed receipt, or the reason why not. */
export type EntryAnswer =
  | { readonly kind: 'created' | 'replayed'; readonly receipt: Receipt }
  | Exclude<EntryOutcome, { readonly kind: 'created' | 'replayed' }>;

/** One answer for each, in the same order, once all of them are on disk. */
export type TakeEntries = (batch: readonly Submission[]) => Promise<EntryAnswer[]>;

export interface TakeEntriesDeps {
  readonly entries: Pick<EntryRepository, 'add'>;
  readonly randomBytes: RandomBytes;
}

/** Seals a batch, writes it in one commit, and then signs its receipts. */
export function createTakeEntries({ entries, randomBytes }: TakeEntriesDeps): TakeEntries {
  return async (batch) => {
    const sealed = batch.map((request) => sealEntry(request, request.keys, randomBytes));
    const outcomes = await entries.add(sealed.map(({ entry }) => entry));
    return outcomes.map((outcome, index) => toAnswer(outcome, sealed[index], batch[index]));
  };
}

function toAnswer(
  outcome: EntryOutcome,
  sealed: Sealed | undefined,
  request: Submission | undefined,
): EntryAnswer {
  if (!(sealed && request)) throw new Error('the store gave more outcomes than there were entries');
  const { signingKey } = request.keys;
  if (outcome.kind === 'created') {
    return { kind: 'created', receipt: toReceipt(outcome.entry, sealed.salt, signingKey) };
  }
  if (outcome.kind === 'replayed') {
    const { salt } = openEntry(outcome.entry, request.keys);
    return { kind: 'replayed', receipt: toReceipt(outcome.entry, salt, signingKey) };
  }
  return outcome;
}
