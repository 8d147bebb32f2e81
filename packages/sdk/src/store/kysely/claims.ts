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
      const keys = ['storeKey', 'mode', 'channel', 'wordsHash'] as const;
      const { campaignId: taken } = await db
        .insertInto('contentClaim')
        .values({ ...claim, campaignId })
        // an update that changes nothing, so that whoever holds it is returned
        .onConflict((conflict) =>
          conflict.columns(keys).doUpdateSet(({ ref }) => ({ campaignId: ref('contentClaim.campaignId') })),
        )
        .returning('campaignId')
        .executeTakeFirstOrThrow();
      return taken;
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
