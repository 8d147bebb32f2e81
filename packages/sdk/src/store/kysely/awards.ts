import type { Kysely } from 'kysely';
import type { AwardRepository } from '../award-repository.js';
import { forfeitAward, moveAward } from './award-moves.js';
import { papers } from './award-papers.js';
import { toAward, toAwardEvent, toAwardRow } from './award-rows.js';
import type { Tables } from './tables.js';

/** SQLite takes no more than this many values in a statement for each row's sixteen columns. */
const rowsAtOnce = 500;

export function createAwardRepository(db: Kysely<Tables>): AwardRepository {
  const ofCampaign = (campaignId: string) =>
    db.selectFrom('award').selectAll().where('campaignId', '=', campaignId);

  return {
    async open(awards) {
      await db.transaction().execute(async (trx) => {
        for (let start = 0; start < awards.length; start += rowsAtOnce) {
          await trx
            .insertInto('award')
            .values(awards.slice(start, start + rowsAtOnce).map(toAwardRow))
            .onConflict((conflict) => conflict.columns(['campaignId', 'no']).doNothing())
            .execute();
        }
      });
    },
    async find(campaignId, no) {
      const row = await ofCampaign(campaignId).where('no', '=', no).executeTakeFirst();
      return row && toAward(row);
    },
    async findByToken(tokenHash) {
      const found = db.selectFrom('award').selectAll().where('tokenHash', '=', tokenHash);
      const row = await found.executeTakeFirst();
      return row && toAward(row);
    },
    async list(campaignId) {
      return (await ofCampaign(campaignId).orderBy('no').execute()).map(toAward);
    },
    move: (move) => db.transaction().execute((trx) => moveAward(trx, move)),
    forfeit: (forfeit) => db.transaction().execute((trx) => forfeitAward(trx, forfeit)),
    async mark(campaignId, no, marks) {
      await db
        .updateTable('award')
        .set(marks)
        .where('campaignId', '=', campaignId)
        .where('no', '=', no)
        .execute();
    },
    async hasUntold(campaignId, since) {
      const untold = ofCampaign(campaignId).where('state', '=', 'drawn').where('unreachedAt', 'is', null);
      return (await untold.where('at', '>=', since).limit(1).executeTakeFirst()) !== undefined;
    },
    async lateUntold() {
      const rows = await db
        .selectFrom('award')
        .innerJoin('campaign', 'campaign.id', 'award.campaignId')
        .select('award.campaignId')
        .distinct()
        .where('award.state', '=', 'drawn')
        .where('award.unreachedAt', 'is', null)
        .where('campaign.state', '=', 'settled')
        .orderBy('award.campaignId')
        .execute();
      return rows.map(({ campaignId }) => campaignId);
    },
    ...papers(db),
    async events(campaignId) {
      const all = db.selectFrom('awardEvent').selectAll().where('campaignId', '=', campaignId);
      return (await all.orderBy('at').orderBy('no').orderBy('seq').execute()).map(toAwardEvent);
    },
  };
}
