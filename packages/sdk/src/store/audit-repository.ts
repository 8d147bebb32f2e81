import type { Json } from '../runs/json.js';
import type { AuditHead } from '../schema/audit.js';

export interface AuditRecord {
  readonly campaignId: string;
  readonly no: number;
  readonly record: Json;
  /** Hash chained over the record before. */
  readonly hash: string;
}

/** Append only: the database refuses to change or delete a record. */
export interface AuditRepository {
  append(campaignId: string, record: Json): Promise<AuditRecord>;
  list(campaignId: string): Promise<AuditRecord[]>;
  /** A record that has a signed head already keeps it. */
  addHead(campaignId: string, head: AuditHead): Promise<void>;
  /** From the smallest. */
  heads(campaignId: string): Promise<AuditHead[]>;
}
