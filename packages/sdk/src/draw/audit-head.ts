import type { KeyObject } from 'node:crypto';
import type { AuditHead, Milestone } from '../schema/audit.js';
import { hashOf } from './commitment-hash.js';
import { isSignedBy, signHash } from './signature.js';

interface HeadInput {
  readonly eventId: string;
  readonly no: number;
  readonly head: string;
  readonly milestone: Milestone;
  readonly at: Date;
}

/** Signs what an audit chain holds now. */
export function signAuditHead({ eventId, no, head, milestone, at }: HeadInput, key: KeyObject): AuditHead {
  const audit = 'kt-event-audit/1' as const;
  const content = { audit, event_id: eventId, no, head, milestone, at: at.toISOString() };
  return { ...content, signature: signHash(hashOf(content), key) };
}

export function isGenuineAuditHead({ signature, ...content }: AuditHead): boolean {
  return isSignedBy(hashOf(content), signature);
}
