import type { Kysely } from 'kysely';
import { cacheReadsSchema } from '../../schema/cache-reads.js';
import { parseRow } from '../../schema/parse.js';
import type { CacheRepository } from '../cache-repository.js';
import type { Tables } from './tables.js';

export function createCacheRepository(db: Kysely<Tables>): CacheRepository {
  return {
    async add(counts) {
      if (counts.length === 0) return;
      await db
        .insertInto('cacheReads')
        .values([...counts])
        .onConflict((conflict) =>
          conflict.columns(['cache', 'day']).doUpdateSet(({ eb, ref }) => ({
            reads: eb('cacheReads.reads', '+', ref('excluded.reads')),
            hits: eb('cacheReads.hits', '+', ref('excluded.hits')),
            since: eb
              .case()
              .when('excluded.since', '<', ref('cacheReads.since'))
              .then(ref('excluded.since'))
              .else(ref('cacheReads.since'))
              .end(),
            until: eb
              .case()
              .when('excluded.until', '>', ref('cacheReads.until'))
              .then(ref('excluded.until'))
              .else(ref('cacheReads.until'))
              .end(),
          })),
        )
        .execute();
    },
    async from(day) {
      const rows = await db
        .selectFrom('cacheReads')
        .selectAll()
        .where('day', '>=', day)
        .orderBy('cache')
        .orderBy('day')
        .execute();
      return rows.map((row) =>
        parseRow(
          cacheReadsSchema,
          { ...row, reads: Number(row.reads), hits: Number(row.hits) },
          'cache reads',
        ),
      );
    },
  };
}
