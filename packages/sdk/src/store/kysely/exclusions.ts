import type { Kysely } from 'kysely';
import { UserError } from '../../errors/index.js';
import { exclusionReasonSchema } from '../../schema/exclusion.js';
import type { ExclusionRepository } from '../exclusion-repository.js';
import type { Tables } from './tables.js';

export function createExclusionRepository(db: Kysely<Tables>): ExclusionRepository {
  return {
    async add(campaignId, exclusion) {
      const draw = await db
        .selectFrom('draw')
        .select('campaignId')
        .where('campaignId', '=', campaignId)
        .executeTakeFirst();
      if (draw) throw new UserError('USER_065', { campaignId });
      await db
        .insertInto('exclusion')
        .values({ campaignId, ...exclusion })
        .onConflict((conflict) => conflict.columns(['campaignId', 'entryId']).doNothing())
        .execute();
    },
    async counts(campaignId) {
      const rows = await db
        .selectFrom('exclusion')
        .select(({ fn }) => ['reason', fn.countAll().as('count')])
        .where('campaignId', '=', campaignId)
        .groupBy('reason')
        .execute();
      const counted = new Map(rows.map(({ reason, count }) => [reason, Number(count)]));
      return Object.fromEntries(
        exclusionReasonSchema.options.flatMap((reason) => {
          const count = counted.get(reason);
          return count === undefined ? [] : [[reason, count]];
        }),
      );
    },
  };
}
