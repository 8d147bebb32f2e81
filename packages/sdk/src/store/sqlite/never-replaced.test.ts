import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aCommitment, aTranscript } from '../../testing/draw-fixtures.js';
import { aCampaign, aCampaignId } from '../../testing/fixtures.js';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate, migrations } from '../migrations/migrate.js';
import { loadDriver } from './driver.js';
import { createMemoryLocks } from './memory-locks.js';
import { scrub } from './open-sqlite-store.js';
import { createSqliteDialect } from './sqlite-dialect.js';

const Database = loadDriver();
const at = '2026-12-05T03:00:00Z';
const anchor = { kind: 'post', where: 'https://blog.example/1', fingerprint: 'a'.repeat(16), at } as const;
const tables = ['exclusion', 'draw', 'audit', 'anchor'] as const;

/** A store in which a draw is over, and what its tables hold, before and after a statement that may be refused. */
async function around(statement: string, known = migrations) {
  const database = new Database(':memory:');
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(db, 'sqlite', known);
  const store = createStore({ db, locks: createMemoryLocks(), now: () => new Date(at), scrub });
  await store.campaigns.add(aCampaign());
  await store.exclusions.add(aCampaignId, { entryId: 'e1', reason: 'staff', at });
  await store.draws.commit(aCampaignId, aCommitment());
  await store.draws.complete(aCampaignId, aTranscript());
  await store.audit.append(aCampaignId, { type: 'DRAW' });
  await store.anchors.add(aCampaignId, anchor);
  const rows = () => tables.flatMap((table) => database.prepare(`select * from ${table}`).all());
  const before = rows();
  try {
    database.exec(statement);
  } catch {
    // to be refused is as good as to change nothing
  }
  const after = rows();
  await store.close();
  return { before, after };
}

const replacing = "insert or replace into draw select campaignId, 'committed', '{}', null from draw";

describe('what stands', () => {
  it.each([
    replacing,
    "insert into draw select campaignId, 'committed', '{}', null from draw",
    "update or replace draw set campaignId = 'cmp-000000000002'",
    "replace into audit select campaignId, no, '{}', 'x' from audit",
    "insert or replace into exclusion select campaignId, entryId, 'fraud', '' from exclusion",
    "insert or replace into anchor select campaignId, place, '', '{}' from anchor",
  ])('stays, with nothing in its place: %s', async (statement) => {
    const { before, after } = await around(statement);

    expect(before).toHaveLength(tables.length);
    expect(after).toEqual(before);
  });

  it('would be replaced without the triggers of migration 13', async () => {
    const { before, after } = await around(
      replacing,
      migrations.filter(({ no }) => no !== 13),
    );

    expect(after).not.toEqual(before);
  });
});
