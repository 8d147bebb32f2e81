import type { Kysely } from 'kysely';
import { z } from 'zod';
import { UserError } from '../../errors/index.js';
import { canonicalJson } from '../../runs/canonical-json.js';
import type { Json } from '../../runs/json.js';
import { signedCommitmentSchema, transcriptSchema } from '../../schema/draw.js';
import { type SignedVoid, signedVoidSchema } from '../../schema/draw-void.js';
import { parseRow } from '../../schema/parse.js';
import type { DrawRecord, DrawRepository } from '../draw-repository.js';
import { appendAudit } from './audit.js';
import { toValue } from './columns.js';
import type { Tables } from './tables.js';

const rowSchema = z.object({
  campaignId: z.string(),
  state: z.enum(['committed', 'drawn']),
  commitment: signedCommitmentSchema,
  transcript: transcriptSchema.optional(),
  voided: signedVoidSchema.optional(),
});

const voidRowSchema = z.object({ value: signedVoidSchema });

export function createDrawRepository(db: Kysely<Tables>): DrawRepository {
  async function rowOf(campaignId: string) {
    return db
      .selectFrom('draw')
      .leftJoin('drawVoid', 'drawVoid.campaignId', 'draw.campaignId')
      .select(['draw.campaignId', 'state', 'commitment', 'transcript', 'drawVoid.value as voided'])
      .where('draw.campaignId', '=', campaignId)
      .executeTakeFirst();
  }
  const toRecord = (row: object): DrawRecord =>
    parseRow(rowSchema, toValue(row, ['commitment', 'transcript', 'voided']), 'draw');

  return {
    async find(campaignId) {
      const row = await rowOf(campaignId);
      return row && toRecord(row);
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
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('drawVoid').select('at').where('campaignId', '=', campaignId))),
        )
        .execute();
      const standing = await rowOf(campaignId);
      if (!standing) throw new UserError('USER_002', { what: 'draw', id: campaignId });
      if (standing.transcript === text) return;
      const { voided } = toRecord(standing);
      throw voided ? isVoid(campaignId, voided) : new UserError('USER_013', { campaignId });
    },
    async voidOf(campaignId) {
      const all = db.selectFrom('drawVoid').select('value').where('campaignId', '=', campaignId);
      const row = await all.executeTakeFirst();
      return row && parseRow(voidRowSchema, toValue(row, ['value']), 'void').value;
    },
    async void(campaignId, voided, audit) {
      const text = canonicalJson(voided);
      await db.transaction().execute((trx) => declareVoid(trx, { campaignId, voided, audit, text }));
      const standing = await rowOf(campaignId);
      if (standing && standing.voided !== text) throw isVoid(campaignId, toRecord(standing).voided);
    },
  };
}

interface Declaration {
  readonly campaignId: string;
  readonly voided: SignedVoid;
  readonly audit: Json;
  readonly text: string;
}

/** @throws UserError `USER_002` where there is nothing that could be void */
async function declareVoid(trx: Kysely<Tables>, { campaignId, voided, audit, text }: Declaration) {
  const drawn = await trx.selectFrom('draw').select('state').where('campaignId', '=', campaignId).execute();
  if (drawn.length === 0) throw new UserError('USER_002', { what: 'draw', id: campaignId });
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('drawVoid')
    .values({ campaignId, at: voided.record.voided_at, value: text })
    .onConflict((conflict) => conflict.column('campaignId').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await appendAudit(trx, campaignId, audit);
  await trx
    .updateTable('campaign')
    .set({ state: 'cancelled' })
    .where('id', '=', campaignId)
    .where('state', '!=', 'settled')
    .execute();
}

function isVoid(campaignId: string, voided: SignedVoid | undefined): UserError {
  return new UserError('USER_092', { campaignId, at: voided?.record.voided_at ?? '' });
}
