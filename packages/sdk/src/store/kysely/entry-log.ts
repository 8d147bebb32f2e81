import type { Kysely } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../../runs/canonical-json.js';
import { logHeadSchema } from '../../schema/entry-log.js';
import { parseRow } from '../../schema/parse.js';
import type { LogRepository } from '../log-repository.js';
import { toValue } from './columns.js';
import type { Tables } from './tables.js';

const headRowSchema = z.object({ head: logHeadSchema });
const lastRowSchema = headRowSchema.extend({ peaks: z.array(z.string().length(64)) });

export function createLogRepository(db: Kysely<Tables>): LogRepository {
  const headsOf = (campaignId: string) => db.selectFrom('logHead').where('campaignId', '=', campaignId);
  return {
    async last(campaignId) {
      const row = await headsOf(campaignId)
        .select(['head', 'peaks'])
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && parseRow(lastRowSchema, toValue(row, ['head', 'peaks']), 'log head');
    },
    async append(campaignId, { head, peaks, blocks }) {
      await db.transaction().execute(async (trx) => {
        const row = { campaignId, size: head.size, head: canonicalJson(head), peaks: JSON.stringify(peaks) };
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('logHead')
          .values(row)
          .onConflict((conflict) => conflict.columns(['campaignId', 'size']).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 0n || blocks.length === 0) return;
        const until = Math.floor(head.size / blockSize);
        const first = until - blocks.length;
        const rows = blocks.map((hash, index) => ({ campaignId, no: first + index, hash }));
        await trx
          .insertInto('logBlock')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['campaignId', 'no']).doNothing())
          .execute();
      });
    },
    async heads(campaignId) {
      const rows = await headsOf(campaignId).select('head').orderBy('size').execute();
      return rows.map((row) => parseRow(headRowSchema, toValue(row, ['head']), 'log head').head);
    },
    async blocks(campaignId) {
      const rows = await db
        .selectFrom('logBlock')
        .select('hash')
        .where('campaignId', '=', campaignId)
        .orderBy('no')
        .execute();
      return rows.map(({ hash }) => hash);
    },
  };
}

/** Entries below a node that is kept. */
const blockSize = 1_024;
