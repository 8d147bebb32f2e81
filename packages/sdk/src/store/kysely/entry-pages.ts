import { type Kysely, sql } from 'kysely';
import type { EntryLine, EntryPages } from '../entry-pages.js';
import type { EntryRow, Tables } from './tables.js';

const columns = ['id', 'campaignId', 'seq', 'weight', 'couponNo', 'ownerTag', 'receivedAt'] as const;

type LineRow = Pick<EntryRow, (typeof columns)[number]>;

export function createEntryPages(db: Kysely<Tables>): EntryPages {
  return {
    async byId(campaignId, { after = '', limit }) {
      const rows = await db
        .selectFrom('entry')
        .select(columns)
        // An expression, so that the ids are walked in their order instead of the campaign's entries being sorted
        // for every page.
        .where(sql`coalesce(${sql.ref('campaignId')}, '')`, '=', campaignId)
        .where('id', '>', after)
        .where('couponNo', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('exclusion')
                .select('exclusion.entryId')
                .whereRef('exclusion.campaignId', '=', 'entry.campaignId')
                .whereRef('exclusion.entryId', '=', 'entry.id'),
            ),
          ),
        )
        .orderBy('id')
        .limit(limit)
        .execute();
      return toLines(rows);
    },
    async bySeq(campaignId, { after, limit }) {
      const rows = await db
        .selectFrom('entry')
        .select(columns)
        .where('campaignId', '=', campaignId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return toLines(rows);
    },
  };
}

/** Not parsed: millions pass here. A damaged row gives another hash than the one that was signed, or no leaf at all. */
const toLines = (rows: readonly LineRow[]): EntryLine[] =>
  rows.map(({ couponNo, ...row }) => (couponNo === null ? row : { ...row, couponNo }));
