import type { Json } from '../runs/json.js';
import type { AuditRepository } from '../store/audit-repository.js';

interface Milestone {
  /** Happens once for a campaign. */
  readonly type: 'COMMIT' | 'DRAW' | 'ERASE_TAX';
  readonly [field: string]: Json;
}

/** Writes a milestone down, unless the step that does so was interrupted after it: the chain cannot forget a repeat. */
export async function auditOnce(
  audit: AuditRepository,
  campaignId: string,
  milestone: Milestone,
): Promise<void> {
  const records = await audit.list(campaignId);
  if (records.some(({ record }) => isOfType(record, milestone.type))) return;
  await audit.append(campaignId, milestone);
}

function isOfType(record: Json, type: Milestone['type']): boolean {
  return typeof record === 'object' && record !== null && 'type' in record && record['type'] === type;
}
