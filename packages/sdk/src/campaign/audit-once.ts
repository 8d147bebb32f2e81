import type { Json } from '../runs/json.js';
import type { AuditRecord, AuditRepository } from '../store/audit-repository.js';

interface Milestone {
  readonly type: 'COMMIT' | 'DRAW' | 'ERASE_TAX' | 'NOTICES';
  /** Which of several, where a type is not once for a campaign. */
  readonly key?: string;
  readonly [field: string]: Json | undefined;
}

/** Writes a milestone down, unless the step that does so was interrupted after it: the chain cannot forget a repeat. */
export async function auditOnce(
  audit: AuditRepository,
  campaignId: string,
  milestone: Milestone,
): Promise<AuditRecord> {
  const records = await audit.list(campaignId);
  return (
    records.find(({ record }) => isSame(record, milestone)) ?? (await audit.append(campaignId, milestone))
  );
}

/** The one record of a type, if there is one. */
export async function findAudit(
  audit: AuditRepository,
  campaignId: string,
  type: string,
): Promise<AuditRecord | undefined> {
  return (await audit.list(campaignId)).find(({ record }) => isSame(record, { type }));
}

function isSame(record: Json, { type, key }: { readonly type: string; readonly key?: string }): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const { type: itsType, key: itsKey } = record as { readonly type?: Json; readonly key?: Json };
  return itsType === type && itsKey === key;
}
