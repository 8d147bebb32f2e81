import type { Kysely } from 'kysely';
import type { KeyRepository } from '../key-repository.js';
import type { Tables } from './tables.js';

export function createKeyRepository(db: Kysely<Tables>): KeyRepository {
  return {
    async read(name) {
      const row = await db.selectFrom('secret').select('sealed').where('name', '=', name).executeTakeFirst();
      return row?.sealed;
    },
    async write(name, sealed) {
      return db.transaction().execute(async (trx) => {
        await trx
          .insertInto('secret')
          .values({ name, sealed })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        const standing = await trx
          .selectFrom('secret')
          .select('sealed')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        return standing.sealed;
      });
    },
    async replace(name, sealed) {
      await db
        .insertInto('secret')
        .values({ name, sealed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed }))
        .execute();
    },
    async names(prefix) {
      const rows = await db.selectFrom('secret').select('name').orderBy('name').execute();
      return rows.map(({ name }) => name).filter((name) => name.startsWith(prefix));
    },
    async destroy(name) {
      await db.deleteFrom('secret').where('name', '=', name).execute();
    },
  };
}
