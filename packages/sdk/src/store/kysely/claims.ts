import type { Kysely } from 'kysely';
import type { ClaimRepository, ContentClaim } from '../claim-repository.js';
import type { Tables } from './tables.js';

export function createClaimRepository(db: Kysely<Tables>): ClaimRepository {
  const holder = ({ storeKey, mode, channel, wordsHash }: ContentClaim) =>
    db
      .selectFrom('contentClaim')
      .select('campaignId')
      .where('storeKey', '=', storeKey)
      .where('mode', '=', mode)
      .where('channel', '=', channel)
      .where('wordsHash', '=', wordsHash);

  return {
    holder: async (claim) => (await holder(claim).executeTakeFirst())?.campaignId,
    async take(claim, campaignId) {
      await db
        .insertInto('contentClaim')
        .values({ ...claim, campaignId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await holder(claim).executeTakeFirstOrThrow()).campaignId;
    },
    async hand({ storeKey, mode, channel, wordsHash }, from, to) {
      await db
        .updateTable('contentClaim')
        .set({ campaignId: to })
        .where('storeKey', '=', storeKey)
        .where('mode', '=', mode)
        .where('channel', '=', channel)
        .where('wordsHash', '=', wordsHash)
        .where('campaignId', '=', from)
        .execute();
    },
  };
}
