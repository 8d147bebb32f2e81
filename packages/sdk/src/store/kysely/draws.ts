import type { Kysely } from 'kysely';
import { z } from 'zod';
import { UserError } from '../../errors/index.js';
import { canonicalJson } from '../../runs/canonical-json.js';
import { signedCommitmentSchema, transcriptSchema } from '../../schema/draw.js';
import { parseRow } from '../../schema/parse.js';
import type { DrawRepository } from '../draw-repository.js';
import { toValue } from './columns.js';
import type { DrawRow, Tables } from './tables.js';

const rowSchema = z.object({
  campaignId: z.string(),
  state: z.enum(['committed', 'drawn']),
  commitment: signedCommitmentSchema,
  transcript: transcriptSchema.optional(),
});

export function createDrawRepository(db: Kysely<Tables>): DrawRepository {
  async function rowOf(campaignId: string): Promise<DrawRow | undefined> {
    return db.selectFrom('draw').selectAll().where('campaignId', '=', campaignId).executeTakeFirst();
  }

  return {
    async find(campaignId) {
      const row = await rowOf(campaignId);
      return row && parseRow(rowSchema, toValue(row, ['commitment', 'transcript']), 'draw');
    },
    async commit(campaignId, commitment) {
      const text = canonicalJson(commitment);
      await db
        .insertInto('draw')
        .values({ campaignId, state: 'committed', commitment: text, transcript: null })
        .onConflict((conflict) => conflict.column('campaignId').doNothing())
        .execute();
      const standing = await rowOf(campaignId);
      if (standing?.commitment !== text) throw new UserError('USER_013', { campaignId });
    },
    async complete(campaignId, transcript) {
      const text = canonicalJson(transcript);
      await db
        .updateTable('draw')
        .set({ state: 'drawn', transcript: text })
        .where('campaignId', '=', campaignId)
        .where('state', '=', 'committed')
        .execute();
      const standing = await rowOf(campaignId);
      if (!standing) throw new UserError('USER_002', { what: 'draw', id: campaignId });
      if (standing.transcript !== text) throw new UserError('USER_013', { campaignId });
    },
  };
}
