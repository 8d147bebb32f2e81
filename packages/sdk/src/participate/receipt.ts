import { type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../runs/canonical-json.js';
import type { Entry, Receipt } from '../schema/entry.js';
import { ticketsOf } from '../schema/visit.js';
import { logLeaf } from '../security/log-leaf.js';

/**
 * What the participant keeps. Ed25519 has one signature for a text, so a repeated request gets the same receipt
 * to the last character.
 */
export function toReceipt(entry: Entry, salt: string, signingKey: KeyObject): Receipt {
  const { campaignId, id, seq, weight, couponNo, receivedAt } = entry;
  const content = {
    campaignId,
    entryId: id,
    salt,
    seq,
    weight,
    ...(couponNo === undefined ? { tickets: ticketsOf(entry) } : { couponNo }),
    receivedAt,
    logLeaf: logLeaf(entry),
  };
  return { ...content, signature: sign(null, signedText(content), signingKey).toString('hex') };
}

/** True when the organiser's key signed exactly this receipt. */
export function isGenuineReceipt({ signature, ...content }: Receipt, publicKey: KeyObject): boolean {
  return verify(null, signedText(content), publicKey, Buffer.from(signature, 'hex'));
}

function signedText(content: Omit<Receipt, 'signature'>): Buffer {
  return Buffer.from(`kt-event-receipt/1\0${canonicalJson(content)}`, 'utf8');
}
