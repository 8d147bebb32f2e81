import type { Kysely } from 'kysely';
import type { PersonRepository } from '../person-repository.js';
import { parseEntry, storedColumns } from './entry-rows.js';
import type { Tables } from './tables.js';

/** Who agreed to hear of the store, and who took that back. */
export function createConsents(
  db: Kysely<Tables>,
): Pick<PersonRepository, 'consenters' | 'withdrawConsent' | 'withdrawn'> {
  const kept = () => db.selectFrom('entry').select(storedColumns).where('sealedPhone', '!=', '');
  return {
    async consenters(campaignId) {
      const rows = await kept()
        .where('campaignId', '=', campaignId)
        .where('marketingConsent', '=', 1)
        .orderBy('seq')
        .execute();
      return rows.map(parseEntry);
    },
    async withdrawConsent(campaignId, entryId, at) {
      await db
        .updateTable('entry')
        .set({ marketingWithdrawnAt: at })
        .where('campaignId', '=', campaignId)
        .where('id', '=', entryId)
        .where('marketingConsent', '=', 1)
        .where('marketingWithdrawnAt', 'is', null)
        .execute();
      const row = await db
        .selectFrom('entry')
        .select('marketingWithdrawnAt')
        .where('campaignId', '=', campaignId)
        .where('id', '=', entryId)
        .executeTakeFirst();
      return row?.marketingWithdrawnAt ?? undefined;
    },
    async withdrawn() {
      const rows = await kept()
        .where('marketingWithdrawnAt', 'is not', null)
        .orderBy('campaignId')
        .orderBy('seq')
        .execute();
      return rows.map(parseEntry);
    },
  };
}
