import { canonicalJson } from '../runs/canonical-json.js';
import type { Receipt } from '../schema/entry.js';
import type { LogPlace } from '../schema/entry-log.js';
import { isGenuineHead } from './log-head.js';
import { isSignedText } from './signature.js';
import { verifyLogInclusion } from './verify-log.js';

/**
 * What a receipt says against the log that is shown: `logged`, it stands where it was promised; `missing`, another
 * entry stands there, which the organiser's own two signatures prove; `later`, the log does not reach so far yet;
 * `unproven`, what is shown is no proof; `forged`, the receipt is not of the organiser who signed the log.
 */
export type ReceiptVerdict = 'logged' | 'missing' | 'later' | 'unproven' | 'forged';

/** Judges a receipt from what the organiser signed, and from nothing else. */
export function judgeReceipt(receipt: Receipt, { head, leaf, path }: LogPlace): ReceiptVerdict {
  const { signature, ...content } = receipt;
  const text = Buffer.from(`kt-event-receipt/1\0${canonicalJson(content)}`, 'utf8');
  const isOfLog = receipt.campaignId === head.event_id && isGenuineHead(head);
  if (!isOfLog) return 'unproven';
  if (!isSignedText(text, { public_key: head.signature.public_key, value: signature })) return 'forged';
  if (head.size < receipt.seq) return 'later';
  const place = { leaf, index: receipt.seq - 1, size: head.size, path, root: head.root };
  if (!verifyLogInclusion(place)) return 'unproven';
  return leaf === receipt.logLeaf ? 'logged' : 'missing';
}
