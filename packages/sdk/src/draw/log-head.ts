import type { KeyObject } from 'node:crypto';
import type { LogHead, LogHeads } from '../schema/entry-log.js';
import { hashOf } from './commitment-hash.js';
import { isSignedBy, signHash } from './signature.js';
import { verifyLogConsistency } from './verify-log.js';

/** Signs what a log holds now. */
export function signLogHead(
  {
    eventId,
    size,
    root,
    at,
  }: { readonly eventId: string; readonly size: number; readonly root: string; readonly at: Date },
  key: KeyObject,
): LogHead {
  const content = { log: 'kt-event-log/1' as const, event_id: eventId, size, root, at: at.toISOString() };
  return { ...content, signature: signHash(hashOf(content), key) };
}

export function isGenuineHead({ signature, ...content }: LogHead): boolean {
  return isSignedBy(hashOf(content), signature);
}

/**
 * True when all heads are signed by one key and each log is the beginning of the next: nothing was taken out, changed
 * or slipped in between the first head and the last.
 */
export function verifyLogHeads({ heads, proofs }: LogHeads): boolean {
  const [first] = heads;
  if (!first || proofs.length !== heads.length - 1) return false;
  const isOneLog = heads.every(
    (head) =>
      head.event_id === first.event_id &&
      head.signature.public_key === first.signature.public_key &&
      isGenuineHead(head),
  );
  const isGrowing = heads.slice(1).every((later, index) => {
    const earlier = heads[index] as LogHead;
    const inTime = Date.parse(earlier.at) <= Date.parse(later.at);
    return inTime && verifyLogConsistency(earlier, later, proofs[index] ?? []);
  });
  return isOneLog && isGrowing;
}
