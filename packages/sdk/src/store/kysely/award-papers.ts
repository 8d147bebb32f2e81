import type { Kysely } from 'kysely';
import type { AwardRepository } from '../award-repository.js';
import type { Tables } from './tables.js';

type Papers = Pick<
  AwardRepository,
  'form' | 'tax' | 'forms' | 'reseal' | 'eraseForms' | 'keepsTax' | 'eraseTax'
>;

/** What winners have written, sealed. */
export function papers(db: Kysely<Tables>): Papers {
  return {
    async form(campaignId, no) {
      const forms = db.selectFrom('awardForm').select(['sealed', 'keyVersion']);
      return forms.where('campaignId', '=', campaignId).where('no', '=', no).executeTakeFirst();
    },
    async tax(campaignId, no) {
      const kept = db.selectFrom('awardTax').select(['sealed', 'keepUntil']);
      return kept.where('campaignId', '=', campaignId).where('no', '=', no).executeTakeFirst();
    },
    async forms(campaignId) {
      const all = db.selectFrom('awardForm').select(['no', 'sealed', 'keyVersion']);
      const rows = await all.where('campaignId', '=', campaignId).execute();
      return new Map(rows.map(({ no, ...form }) => [no, form]));
    },
    async reseal(campaignId, forms) {
      await db.transaction().execute(async (trx) => {
        const ofCampaign = trx.updateTable('awardForm').where('campaignId', '=', campaignId);
        for (const [no, form] of forms) await ofCampaign.set(form).where('no', '=', no).execute();
      });
    },
    async eraseForms(campaignId) {
      await db.deleteFrom('awardForm').where('campaignId', '=', campaignId).execute();
    },
    async keepsTax(campaignId) {
      const kept = db.selectFrom('awardTax').select('no').where('campaignId', '=', campaignId);
      return (await kept.limit(1).executeTakeFirst()) !== undefined;
    },
    async eraseTax(day) {
      const { numDeletedRows } = await db
        .deleteFrom('awardTax')
        .where('keepUntil', '<', day)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
