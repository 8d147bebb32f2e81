import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

export async function staffLinkOf(db: Kysely<Tables>, campaignId: string): Promise<number> {
  const row = await db
    .selectFrom('staffLink')
    .select('version')
    .where('campaignId', '=', campaignId)
    .executeTakeFirst();
  return row?.version ?? 1;
}

export async function renewStaffLink(db: Kysely<Tables>, campaignId: string): Promise<number> {
  const { version } = await db
    .insertInto('staffLink')
    .values({ campaignId, version: 2 })
    .onConflict((conflict) =>
      conflict.column('campaignId').doUpdateSet(({ eb }) => ({ version: eb('staffLink.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
