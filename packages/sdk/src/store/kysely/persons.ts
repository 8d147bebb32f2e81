import { type Kysely, sql, type Transaction } from 'kysely';
import type { PersonRepository, Resealed } from '../person-repository.js';
import { createConsents } from './consents.js';
import { parseEntry, storedColumns } from './entry-rows.js';
import type { Tables } from './tables.js';

/** @param scrub - The statement by which this engine leaves no copy of deleted rows in its files. */
export function createPersonRepository(db: Kysely<Tables>, scrub: string): PersonRepository {
  return {
    async sealedBefore(campaignId, version, limit) {
      const rows = await db
        .selectFrom('entry')
        .select(storedColumns)
        .where('campaignId', '=', campaignId)
        .where('keyVersion', '<', version)
        .where('sealedPhone', '!=', '')
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(parseEntry);
    },
    async reseal(campaignId, persons) {
      await db.transaction().execute(async (trx) => {
        for (const person of persons) await resealOne(trx, campaignId, person);
      });
    },
    async forget(campaignId) {
      await db.transaction().execute((trx) => forget(trx, campaignId));
    },
    ...createConsents(db),
    async find(campaignId, blindIndex) {
      const row = await db
        .selectFrom('entry')
        .select('id')
        .where('campaignId', '=', campaignId)
        .where('blindIndex', '=', blindIndex)
        .executeTakeFirst();
      return row?.id;
    },
    async reindex(campaignId, indexes) {
      await db.transaction().execute((trx) => reindex(trx, campaignId, indexes));
    },
    async count(campaignId) {
      const { all, erased } = await db
        .selectFrom('entry')
        .select(({ fn, eb }) => [
          fn.countAll<number | string>().as('all'),
          fn.count<number | string>(eb.case().when('sealedPhone', '=', '').then(1).end()).as('erased'),
        ])
        .where('campaignId', '=', campaignId)
        .executeTakeFirstOrThrow();
      return { kept: Number(all) - Number(erased), erased: Number(erased) };
    },
    async scrub() {
      await sql.raw(scrub).execute(db);
    },
  };
}

async function resealOne(
  trx: Transaction<Tables>,
  campaignId: string,
  { id, keyVersion, sealedName, sealedPhone, sealedSalt }: Resealed,
): Promise<void> {
  await trx
    .updateTable('entry')
    .set({ sealedName, sealedPhone, sealedSalt, keyVersion })
    .where('campaignId', '=', campaignId)
    .where('id', '=', id)
    .where('keyVersion', '<=', keyVersion)
    .execute();
}

async function forget(trx: Transaction<Tables>, campaignId: string): Promise<void> {
  await trx
    .updateTable('entry')
    .set({ blindIndex: null, requestHash: '' })
    .where('campaignId', '=', campaignId)
    .where('sealedPhone', '=', '')
    .execute();
}

async function reindex(
  trx: Transaction<Tables>,
  campaignId: string,
  indexes: ReadonlyMap<string, string>,
): Promise<void> {
  const all = trx.updateTable('entry').where('campaignId', '=', campaignId);
  for (const [id, blindIndex] of indexes) {
    await all.set({ blindIndex }).where('id', '=', id).where('blindIndex', 'is not', null).execute();
  }
  await all.set({ requestHash: '' }).execute();
}
