import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { insightSchema } from '../../schema/insight.js';
import { noticeSchema } from '../../schema/notice.js';
import { parseRow } from '../../schema/parse.js';
import { reportSchema } from '../../schema/report.js';
import type { OutcomeRepository } from '../outcome-repository.js';
import { toFlag, toJsonText, toValue } from './columns.js';
import { createPublicationTable } from './publications.js';
import type { Tables } from './tables.js';

export function createOutcomeRepository(db: Kysely<Tables>): OutcomeRepository {
  return {
    ...createPublicationTable(db),
    async saveNotice(campaignId, notice) {
      const row = { campaignId, entryId: notice.entryId, at: utc(notice.at), value: toJsonText(notice) };
      await db
        .insertInto('notice')
        .values(row)
        .onConflict((conflict) => conflict.columns(['campaignId', 'entryId']).doUpdateSet(row))
        .execute();
    },
    async notices(campaignId) {
      const rows = await ofCampaign(db, 'notice', campaignId).orderBy('at').orderBy('entryId').execute();
      return rows.map((row) => read(noticeSchema, row, 'notice'));
    },
    async saveReport(report) {
      const row = { campaignId: report.campaignId, value: toJsonText(report) };
      await db
        .insertInto('report')
        .values(row)
        .onConflict((conflict) => conflict.column('campaignId').doUpdateSet(row))
        .execute();
    },
    async report(campaignId) {
      const row = await ofCampaign(db, 'report', campaignId).executeTakeFirst();
      return row && read(reportSchema, row, 'report');
    },
    async saveInsight(insight) {
      const { campaignId, storeKey, rehearsal, at, shared, industry = null } = insight;
      const value = toJsonText(insight);
      const sharedIn = shared ? industry : null;
      const row = { campaignId, storeKey, rehearsal: toFlag(rehearsal), at: utc(at), sharedIn, value };
      await db
        .insertInto('insight')
        .values(row)
        .onConflict((conflict) => conflict.column('campaignId').doUpdateSet(row))
        .execute();
    },
    async insights(storeKey, { rehearsal }) {
      const ofStore = db.selectFrom('insight').select('value').where('storeKey', '=', storeKey);
      const alike = ofStore.where('rehearsal', '=', toFlag(rehearsal));
      const rows = await alike.orderBy('at', 'desc').orderBy('campaignId').execute();
      return rows.map((row) => read(insightSchema, row, 'insight'));
    },
    async sharedInsights(industry, { rehearsal, except }) {
      const ofTrade = db.selectFrom('insight').select('value').where('sharedIn', '=', industry);
      const others = ofTrade.where('rehearsal', '=', toFlag(rehearsal)).where('storeKey', '!=', except);
      const rows = await others.orderBy('at', 'desc').orderBy('campaignId').execute();
      return rows.map((row) => read(insightSchema, row, 'insight'));
    },
  };
}

function ofCampaign(db: Kysely<Tables>, table: 'notice' | 'report', campaignId: string) {
  return db.selectFrom(table).select('value').where('campaignId', '=', campaignId);
}

/** Text that sorts as time does, whatever offset the value was written with. */
const utc = (instant: string) => new Date(instant).toISOString();

function read<S extends z.ZodType>(schema: S, row: { value: string }, what: string): z.output<S> {
  return parseRow(schema, toValue(row, ['value'])['value'], what);
}
