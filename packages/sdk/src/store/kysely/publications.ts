import type { Kysely } from 'kysely';
import { z } from 'zod';
import { parseRow } from '../../schema/parse.js';
import { type Publication, publicationSchema } from '../../schema/publication.js';
import type { OutcomeRepository } from '../outcome-repository.js';
import { toJsonText, toValue } from './columns.js';
import type { Tables } from './tables.js';

type PublicationTable = Pick<
  OutcomeRepository,
  | 'savePublication'
  | 'updatePublication'
  | 'publications'
  | 'findPublications'
  | 'pendingPublications'
  | 'countPublications'
>;

export function createPublicationTable(db: Kysely<Tables>): PublicationTable {
  const values = () => db.selectFrom('publication').select('value');
  return {
    async savePublication(publication) {
      const row = toRow(publication);
      await db
        .insertInto('publication')
        .values(row)
        .onConflict((conflict) => conflict.columns(['campaignId', 'channel']).doUpdateSet(row))
        .execute();
    },
    async updatePublication(publication, from) {
      const { campaignId, channel } = publication;
      const { numUpdatedRows } = await db
        .updateTable('publication')
        .set(toRow(publication))
        .where('campaignId', '=', campaignId)
        .where('channel', '=', channel)
        .where('state', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async publications(campaignId) {
      const ofCampaign = values().where('campaignId', '=', campaignId);
      return readAll(await ofCampaign.orderBy('at').orderBy('channel').execute());
    },
    async findPublications(externalId) {
      const found = values().where('externalId', '=', externalId);
      return readAll(await found.orderBy('campaignId').orderBy('channel').execute());
    },
    async pendingPublications(states) {
      const pending = values().where((eb) => eb.or([eb('state', 'in', states), eb('pending', '>', 0)]));
      return readAll(await pending.orderBy('at').orderBy('campaignId').orderBy('channel').execute());
    },
    async countPublications() {
      const rows = await db
        .selectFrom('publication')
        .select(({ fn }) => ['channel', 'state', fn.countAll<number>().as('count')])
        .groupBy(['channel', 'state'])
        .orderBy('channel')
        .orderBy('state')
        .execute();
      return rows.map((row) => parseRow(countSchema, row, 'publication'));
    },
  };
}

const countSchema = publicationSchema.pick({ channel: true, state: true }).extend({ count: z.int().min(1) });

/** What it is looked for by, beside the whole of it. */
function toRow(publication: Publication): Tables['publication'] {
  const { campaignId, channel, at, externalId = null, state, delivery } = publication;
  const pending = delivery?.pending ?? 0;
  const value = toJsonText(publication);
  return { campaignId, channel, at: new Date(at).toISOString(), externalId, state, pending, value };
}

function readAll(rows: readonly { readonly value: string }[]): Publication[] {
  return rows.map((row) => parseRow(publicationSchema, toValue(row, ['value'])['value'], 'publication'));
}
