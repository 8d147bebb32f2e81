import { timingSafeEqual } from 'node:crypto';
import { UserError } from '../errors/index.js';
import type { Receipt } from '../schema/entry.js';
import type { CampaignKeys, Keyring } from '../security/campaign-keys.js';
import { openEntry } from '../security/entry-seal.js';
import type { EntryRepository, StoredEntry } from '../store/entry-repository.js';
import { toReceipt } from './receipt.js';

export interface ReceiptRequest {
  readonly campaignId: string;
  readonly entryId: string;
  /** What only the participant has. */
  readonly salt: string;
}

export interface ReceiptDeps {
  readonly entries: Pick<EntryRepository, 'find'>;
  readonly keyring: Pick<Keyring, 'of'>;
}

/**
 * The receipt of an entry, again, for whoever shows its salt. Of an unknown entry, a wrong salt and a person whose data
 * was destroyed the answer is the same: entry ids are public after the draw, and must tell nothing.
 *
 * @throws UserError `USER_087`
 */
export async function openReceipt(request: ReceiptRequest, deps: ReceiptDeps): Promise<Receipt> {
  const { entry, keys } = await openOwnEntry(request, deps);
  return toReceipt(entry, request.salt, keys.signingKey);
}

/** The entry itself, for whoever shows its salt. @throws UserError `USER_087` */
export async function openOwnEntry(
  { campaignId, entryId, salt }: ReceiptRequest,
  { entries, keyring }: ReceiptDeps,
): Promise<{ readonly entry: StoredEntry; readonly keys: CampaignKeys }> {
  const entry = await entries.find(campaignId, entryId);
  const keys = await keyring.of(campaignId);
  if (!entry || !isSalt(salt, entry, keys)) throw new UserError('USER_087', {});
  return { entry, keys };
}

function isSalt(salt: string, entry: StoredEntry, keys: CampaignKeys): boolean {
  const [given, kept] = [Buffer.from(salt), Buffer.from(saltOf(entry, keys) ?? '')];
  return given.length === kept.length && kept.length > 0 && timingSafeEqual(given, kept);
}

/** Nothing once the key or the sealed data is gone. */
function saltOf(entry: StoredEntry, keys: CampaignKeys): string | undefined {
  try {
    return openEntry(entry, keys).salt;
  } catch {
    return undefined;
  }
}
