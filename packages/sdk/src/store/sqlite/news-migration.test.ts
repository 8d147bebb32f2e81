import { Kysely } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { aCampaign, aCampaignId, aPublication } from '../../testing/fixtures.js';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate, migrations } from '../migrations/migrate.js';
import type { Migration } from '../migrations/migration.js';
import { loadDriver } from './driver.js';
import { createMemoryLocks } from './memory-locks.js';
import { scrub } from './open-sqlite-store.js';
import { createSqliteDialect } from './sqlite-dialect.js';

const Database = loadDriver();
const now = () => new Date('2026-12-05T03:00:00Z');
const opened: Kysely<Tables>[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy();
});

const delivery = { accepted: 3, delivered: 1, failed: 0, pending: 2 };
const kept = [
  aPublication({ channel: 'genie_tv', state: 'in_review', externalId: 'kt_1' }),
  aPublication({ channel: 'kakao_channel', externalId: 'G4V1', delivery }),
];

/** A store of before, with two publications and a damaged one, brought up to date. */
async function openOld(known: readonly Migration[] = migrations) {
  const database = new Database(':memory:');
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  opened.push(db);
  await migrate(db, 'sqlite', migrations.slice(0, 6));
  const { campaigns, outcomes } = createStore({ db, locks: createMemoryLocks(), now, scrub });
  await campaigns.add(aCampaign());
  const insert = database.prepare(
    'insert into publication (campaignId, channel, at, value) values (?, ?, ?, ?)',
  );
  for (const publication of kept) {
    insert.run(aCampaignId, publication.channel, publication.at, JSON.stringify(publication));
  }
  insert.run(aCampaignId, 'instagram', '2026-12-05T00:00:00Z', '{nonsense');
  await migrate(db, 'sqlite', known);
  return outcomes;
}

it('finds and counts the publications of before', async () => {
  const outcomes = await openOld();

  expect(await outcomes.findPublications('kt_1')).toEqual([kept[0]]);
  expect(await outcomes.pendingPublications(['in_review'])).toEqual(kept);
  await expect(outcomes.publications(aCampaignId)).rejects.toMatchObject({ code: 'STORE_002' });
});

it('would be caught leaving their columns empty', async () => {
  const empty = async (...[db]: Parameters<Migration['up']>) => {
    const add = (name: string, type: 'text' | 'integer', blank: string | number) =>
      db.schema
        .alterTable('publication')
        .addColumn(name, type, (column) => column.defaultTo(blank))
        .execute();
    await add('externalId', 'text', '');
    await add('state', 'text', '');
    await add('pending', 'integer', 0);
  };
  const forgetful = migrations.map((each) => (each.no === 7 ? { ...each, up: empty } : each));
  const outcomes = await openOld(forgetful);

  expect(await outcomes.findPublications('kt_1')).toEqual([]);
  expect(await outcomes.pendingPublications(['in_review'])).toEqual([]);
});
