import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../../runs/canonical-json.js';
import type { Json } from '../../runs/json.js';
import { auditHeadSchema } from '../../schema/audit.js';
import { parseRow } from '../../schema/parse.js';
import type { AuditRecord, AuditRepository } from '../audit-repository.js';
import { toValue } from './columns.js';
import { jsonSchema } from './journal-rows.js';
import type { AuditRow, Tables } from './tables.js';

const rowSchema = z.object({
  campaignId: z.string(),
  no: z.int().min(1),
  record: jsonSchema,
  hash: z.string().length(64),
});

const headRowSchema = z.object({ head: auditHeadSchema });

/** What the first record of a campaign follows. */
const genesis = '0'.repeat(64);

/** Each record is hashed together with the one before it, so that none can be changed or taken out unseen. */
export function createAuditRepository(db: Kysely<Tables>): AuditRepository {
  return {
    append: (campaignId, record) => appendAudit(db, campaignId, record),
    async list(campaignId) {
      const all = db.selectFrom('audit').selectAll().where('campaignId', '=', campaignId);
      const rows = await all.orderBy('no').execute();
      return rows.map(toRecord);
    },
    async addHead(campaignId, head) {
      await db
        .insertInto('auditHead')
        .values({ campaignId, no: head.no, head: canonicalJson(head) })
        .onConflict((conflict) => conflict.columns(['campaignId', 'no']).doNothing())
        .execute();
    },
    async heads(campaignId) {
      const all = db.selectFrom('auditHead').select('head').where('campaignId', '=', campaignId);
      const rows = await all.orderBy('no').execute();
      return rows.map((row) => parseRow(headRowSchema, toValue(row, ['head']), 'audit head').head);
    },
  };
}

/**
 * Appends to a campaign's chain: by itself, or within the transaction that writes what the record tells of. When somebody
 * else has written that number meanwhile, the table's key decides who is next.
 */
export async function appendAudit(
  db: Kysely<Tables>,
  campaignId: string,
  record: Json,
): Promise<AuditRecord> {
  const text = canonicalJson(record);
  for (;;) {
    const last = await lastOf(db, campaignId);
    const row = { campaignId, no: (last?.no ?? 0) + 1, record: text, hash: hashOf(last?.hash, text) };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('audit')
      .values(row)
      .onConflict((conflict) => conflict.columns(['campaignId', 'no']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return toRecord(row);
  }
}

async function lastOf(
  db: Kysely<Tables>,
  campaignId: string,
): Promise<Pick<AuditRow, 'no' | 'hash'> | undefined> {
  return db
    .selectFrom('audit')
    .select(['no', 'hash'])
    .where('campaignId', '=', campaignId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** `SHA-256("kt-event-audit/1\0" previous canonical-record)`, as the draw protocol says in 3.8. */
function hashOf(previous: string | undefined, text: string): string {
  return createHash('sha256')
    .update('kt-event-audit/1\0', 'ascii')
    .update(previous ?? genesis, 'hex')
    .update(text, 'utf8')
    .digest('hex');
}

function toRecord(row: AuditRow): AuditRecord {
  const { record, ...rest } = parseRow(rowSchema, toValue(row, ['record']), 'audit record');
  return { ...rest, record: record as Json };
}
