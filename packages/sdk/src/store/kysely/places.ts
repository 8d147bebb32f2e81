import type { Kysely } from 'kysely';
import { parseRow } from '../../schema/parse.js';
import { placeTallySchema } from '../../schema/place.js';
import type { PlaceEvent, PlaceRepository } from '../place-repository.js';
import type { Tables } from './tables.js';

export function createPlaceRepository(db: Kysely<Tables>): PlaceRepository {
  return {
    async count(campaignId, counts) {
      const rows = toRows(campaignId, counts);
      if (rows.length === 0) return;
      await db
        .insertInto('placeCount')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['campaignId', 'place']).doUpdateSet(({ eb, ref }) => ({
            opened: eb('placeCount.opened', '+', ref('excluded.opened')),
            entered: eb('placeCount.entered', '+', ref('excluded.entered')),
          })),
        )
        .execute();
    },
    async tally(campaignId) {
      const all = db.selectFrom('placeCount').select(['place', 'opened', 'entered']);
      const rows = await all.where('campaignId', '=', campaignId).orderBy('place').execute();
      return rows.map(({ place, opened, entered }) =>
        parseRow(placeTallySchema, { place, opened: Number(opened), entered: Number(entered) }, 'place'),
      );
    },
  };
}

function toRows(campaignId: string, counts: Parameters<PlaceRepository['count']>[1]) {
  const rows = new Map<string, Record<PlaceEvent, number>>();
  for (const [kind, count] of Object.entries(counts)) {
    const [event, place] = kind.split(':') as [PlaceEvent, string];
    const row = rows.get(place) ?? { opened: 0, entered: 0 };
    rows.set(place, { ...row, [event]: row[event] + count });
  }
  return Array.from(rows, ([place, row]) => ({ campaignId, place, ...row }));
}
