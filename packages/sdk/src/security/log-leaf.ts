import { hash } from 'node:crypto';
import type { Entry } from '../schema/entry.js';

/** What the entry log says of an entry: all of it is in the row, and none of it names a person. */
export type LoggedEntry = Pick<
  Entry,
  'campaignId' | 'id' | 'seq' | 'weight' | 'couponNo' | 'ownerTag' | 'receivedAt'
>;

/** 0x00 marks a leaf (RFC 6962, 2.1); the rest keeps these hashes apart from those of any other system. */
const prefix = '\0kt-event-log/1\0';

/**
 * The leaf of an entry in its campaign's entry log: `SHA-256(0x00 "kt-event-log/1" 0x00 JCS{…})`, hex.
 * Only ASCII and integers come in, and the keys stand in order, so this is the canonical spelling of RFC 8785.
 */
export function logLeaf({
  id,
  campaignId,
  couponNo,
  ownerTag,
  receivedAt,
  seq,
  weight,
}: LoggedEntry): string {
  const coupon = couponNo !== undefined && { couponNo };
  const content = { campaignId, ...coupon, entryId: id, ownerTag, receivedAt, seq, weight };
  return hash('sha256', prefix + JSON.stringify(content), 'hex');
}
