import { z } from 'zod';
import { entrySchema } from '../../schema/entry.js';
import { parseRow } from '../../schema/parse.js';
import type { SealedEntry, StoredEntry } from '../entry-repository.js';
import { flagSchema, toFlag, toValue } from './columns.js';
import type { EntryRow, NewEntryRow } from './tables.js';

const rowSchema = entrySchema.extend({
  visited: flagSchema,
  marketingConsent: flagSchema,
  sealedName: z.string(),
  sealedPhone: z.string(),
  sealedSalt: z.string(),
  keyVersion: z.int(),
  marketingWithdrawnAt: z.string().optional(),
});

const givenColumns = [
  'id',
  'campaignId',
  'seq',
  'weight',
  'visited',
  'visitProof',
  'marketingConsent',
  'couponNo',
  'ownerTag',
  'receivedAt',
  'sealedName',
  'sealedPhone',
  'sealedSalt',
  'keyVersion',
] as const;

/** What a reader gets. The request hash and its key stay behind: they only serve to recognise a repeat. */
export const storedColumns = [...givenColumns, 'marketingWithdrawnAt'] as const;

/** What a row is written with. */
export const entryColumns = [...givenColumns, 'blindIndex', 'idempotencyKey', 'requestHash'] as const;

type StoredRow = Pick<EntryRow, (typeof storedColumns)[number]>;

export function parseEntry(row: StoredRow): StoredEntry {
  return parseRow(rowSchema, toValue(row), 'entry');
}

/** The place an entry was given: its number in the campaign and, for first-come, its coupon. */
export interface Place {
  readonly seq: number;
  readonly couponNo: number | undefined;
}

export function toEntryRow(entry: SealedEntry, { seq, couponNo }: Place): NewEntryRow {
  const { id, campaignId, weight, ownerTag, receivedAt, keyVersion, requestHash } = entry;
  const { sealedName, sealedPhone, sealedSalt, blindIndex } = entry;
  return {
    id,
    campaignId,
    seq,
    weight,
    visited: toFlag(entry.visited),
    visitProof: entry.visitProof ?? null,
    marketingConsent: toFlag(entry.marketingConsent),
    couponNo: couponNo ?? null,
    ownerTag,
    receivedAt,
    sealedName,
    sealedPhone,
    sealedSalt,
    keyVersion,
    blindIndex,
    idempotencyKey: entry.idempotencyKey ?? null,
    requestHash,
  };
}

export function toStored(entry: SealedEntry, { seq, couponNo }: Place): StoredEntry {
  const { id, campaignId, weight, visited, visitProof, marketingConsent, ownerTag, receivedAt } = entry;
  const { sealedName, sealedPhone, sealedSalt, keyVersion } = entry;
  return {
    id,
    campaignId,
    seq,
    weight,
    visited,
    visitProof,
    marketingConsent,
    couponNo,
    ownerTag,
    receivedAt,
    sealedName,
    sealedPhone,
    sealedSalt,
    keyVersion,
  };
}
