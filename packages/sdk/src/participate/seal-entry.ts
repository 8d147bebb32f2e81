import { blindIndex, requestHash } from '../security/blind-index.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import { sealPerson } from '../security/entry-seal.js';
import { ownerTag } from '../security/owner-tag.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { SealedEntry } from '../store/entry-repository.js';
import type { EntryRequest } from './entry-request.js';

export interface Sealed {
  readonly entry: SealedEntry;
  /** In clear, for the receipt. */
  readonly salt: string;
}

/** Makes the entry that is written: everything personal in it is sealed or hashed under a key. */
export function sealEntry(request: EntryRequest, keys: CampaignKeys, randomBytes: RandomBytes): Sealed {
  const { campaignId, name, phone, text, receivedAtMs } = request;
  const { dataKey, indexKey, keyVersion } = keys;
  const salt = hexOf(randomBytes(16));
  const row = { id: hexOf(randomBytes(16)), campaignId, keyVersion };
  const { sealedName, sealedPhone, sealedSalt } = sealPerson({ name, phone, salt }, row, {
    dataKey,
    randomBytes,
  });
  // member by member: spreading objects takes longer than any of the ciphers
  const entry = {
    id: row.id,
    campaignId,
    weight: request.weight,
    visited: request.visited,
    visitProof: request.visitProof,
    marketingConsent: request.marketingConsent,
    receiptHash: request.receiptHash,
    idempotencyKey: request.idempotencyKey,
    spends: request.spends,
    keyVersion,
    sealedName,
    sealedPhone,
    sealedSalt,
    blindIndex: blindIndex(indexKey, campaignId, phone),
    ownerTag: ownerTag(salt, phone),
    receivedAt: new Date(receivedAtMs).toISOString(),
    requestHash: requestHash(indexKey, text),
  };
  return { entry, salt };
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
