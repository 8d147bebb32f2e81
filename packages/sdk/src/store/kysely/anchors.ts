import type { Kysely } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../../runs/canonical-json.js';
import { anchorSchema } from '../../schema/draw.js';
import { parseRow } from '../../schema/parse.js';
import type { AnchorRepository } from '../anchor-repository.js';
import { toValue } from './columns.js';
import type { Tables } from './tables.js';

const rowSchema = z.object({ value: anchorSchema });

export function createAnchorRepository(db: Kysely<Tables>): AnchorRepository {
  return {
    async add(campaignId, anchor) {
      const place = `${anchor.kind} ${anchor.where}`;
      await db
        .insertInto('anchor')
        .values({ campaignId, place, at: anchor.at, value: canonicalJson(anchor) })
        .onConflict((conflict) => conflict.columns(['campaignId', 'place']).doNothing())
        .execute();
    },
    async byCampaign(campaignId) {
      const all = db.selectFrom('anchor').select('value').where('campaignId', '=', campaignId);
      const rows = await all.orderBy('at').orderBy('place').execute();
      return rows.map((row) => parseRow(rowSchema, toValue(row, ['value']), 'anchor').value);
    },
  };
}
