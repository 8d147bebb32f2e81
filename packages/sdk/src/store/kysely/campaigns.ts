import type { Kysely } from 'kysely';
import { type Campaign, campaignSchema } from '../../schema/campaign.js';
import { parseRow } from '../../schema/parse.js';
import type { CampaignRepository } from '../campaign-repository.js';
import { flagSchema, toFlag, toJsonColumn, toJsonText, toValue } from './columns.js';
import type { CampaignRow, Tables } from './tables.js';

type Change = Parameters<CampaignRepository['update']>[2];

export function createCampaignRepository(db: Kysely<Tables>): CampaignRepository {
  return {
    async add(campaign) {
      await db.insertInto('campaign').values(toRow(campaign)).execute();
    },
    async find(id) {
      return toCampaign(await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst());
    },
    async findBySlug(slug) {
      const row = await db.selectFrom('campaign').selectAll().where('slug', '=', slug).executeTakeFirst();
      return toCampaign(row);
    },
    async list({ states } = {}) {
      const all = db.selectFrom('campaign').selectAll().orderBy('id');
      const rows = await (states ? all.where('state', 'in', states) : all).execute();
      return rows.map(parseCampaign).sort(newestFirst);
    },
    async update(id, from, change) {
      const { numUpdatedRows } = await db
        .updateTable('campaign')
        .set(toChange(change))
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

const rowSchema = campaignSchema.extend({ rehearsal: flagSchema });

/** As instants: text with different offsets does not sort as time does. */
function newestFirst(a: Campaign, b: Campaign): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt);
}

function toCampaign(row: CampaignRow | undefined): Campaign | undefined {
  return row && parseCampaign(row);
}

function parseCampaign(row: CampaignRow): Campaign {
  return parseRow(rowSchema, toValue(row, ['brief', 'plan', 'approval', 'creatives']), 'campaign');
}

function toRow(campaign: Campaign): CampaignRow {
  const { id, slug, state, mode, folder, createdAt, mediaVersion } = campaign;
  return {
    id,
    slug,
    state,
    mode,
    folder,
    createdAt,
    mediaVersion,
    rehearsal: toFlag(campaign.rehearsal),
    brief: toJsonText(campaign.brief),
    creatives: toJsonText(campaign.creatives),
    plan: toJsonColumn(campaign.plan),
    approval: toJsonColumn(campaign.approval),
  };
}

function toChange(change: Change): Partial<CampaignRow> {
  return {
    ...(change.state && { state: change.state }),
    ...(change.mediaVersion && { mediaVersion: change.mediaVersion }),
    ...(change.creatives && { creatives: toJsonText(change.creatives) }),
    ...('plan' in change && { plan: toJsonColumn(change.plan) }),
    ...('approval' in change && { approval: toJsonColumn(change.approval) }),
  };
}
