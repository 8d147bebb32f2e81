import type { KeyObject } from 'node:crypto';
import { signAuditHead } from '../draw/audit-head.js';
import type { Milestone } from '../schema/audit.js';
import type { AuditRecord } from '../store/audit-repository.js';
import type { Store } from '../store/store.js';

export interface MilestoneDeps {
  readonly store: Pick<Store, 'audit'>;
  readonly now: () => Date;
  /** The organiser's signing key of the campaign. */
  readonly organiserKey: () => Promise<KeyObject>;
}

/** Signs the audit chain as it is with this record. One that is signed already stays as it was. */
export async function signMilestone(
  { store, now, organiserKey }: MilestoneDeps,
  { campaignId, no, hash }: AuditRecord,
  milestone: Milestone,
): Promise<void> {
  const head = { eventId: campaignId, no, head: hash, milestone, at: now() };
  await store.audit.addHead(campaignId, signAuditHead(head, await organiserKey()));
}
