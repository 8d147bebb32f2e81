import type { Json } from '../runs/json.js';

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
}
