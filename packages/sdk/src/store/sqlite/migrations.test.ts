import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aCampaign, aCampaignId, anInstant, aSealedEntry } from '../../testing/fixtures.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate, migrations } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { loadDriver } from './driver.js';
import { createMemoryLocks } from './memory-locks.js';
import { scrub } from './open-sqlite-store.js';
import { createSqliteDialect } from './sqlite-dialect.js';

const Database = loadDriver();

const newFolder = temporaryFolders();

const now = () => new Date('2026-12-05T03:00:00Z');

interface OpenParts {
  readonly database: BetterSqlite.Database;
  readonly db: Kysely<Tables>;
  readonly store: Store;
}

/** A store as its migrations up to one of them leave it. */
async function openParts(path = ':memory:', until = Number.POSITIVE_INFINITY): Promise<OpenParts> {
  const database = new Database(path);
  database.pragma('foreign_keys = ON');
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(
    db,
    'sqlite',
    migrations.filter(({ no }) => no <= until),
  );
  return { database, db, store: createStore({ db, locks: createMemoryLocks(), now, scrub }) };
}

describe('migrations', () => {
  it('are applied once, also when many processes open a new store together', async () => {
    const path = join(newFolder(), 'kt-event.db');
    const opened = await Promise.all([1, 2, 3].map(() => openParts(path)));
    const rows = await opened[0]?.db.selectFrom('migration').select(['no', 'name']).execute();
    await Promise.all(opened.map(({ store }) => store.close()));

    expect(rows).toEqual(migrations.map(({ no, name }) => ({ no, name })));
  });

  it('are applied all or not at all', async () => {
    const { db, store, database } = await openParts();
    const broken = {
      no: 98,
      name: 'broken',
      async up(trx: Kysely<Tables>) {
        await trx.schema.createTable('half').addColumn('a', 'text').execute();
        throw new Error('power cut');
      },
    };

    await expect(migrate(db, 'sqlite', [...migrations, broken])).rejects.toThrow('power cut');
    expect(database.prepare("select name from sqlite_master where name = 'half'").all()).toEqual([]);
    await store.close();
  });

  it('refuse a store that a newer version has written', async () => {
    const { db, store } = await openParts();
    await db.insertInto('migration').values({ no: 99, name: 'future' }).execute();

    await expect(migrate(db, 'sqlite')).rejects.toMatchObject({ code: 'STORE_002' });
    await store.close();
  });

  it('take phones over from rows of their own, also those whose entry is forgotten', async () => {
    const { database, db, store } = await openParts(':memory:', 17);
    await store.campaigns.add(aCampaign());
    for (const no of [1, 2]) {
      const { id, blindIndex } = aSealedEntry(no);
      database
        .prepare(
          `insert into entry (id, campaignId, seq, weight, visited, marketingConsent, ownerTag, receivedAt, sealedName,
            sealedPhone, sealedSalt, keyVersion, requestHash) values (?, ?, ?, 1, 0, 0, '', ?, 'n', 'p', 's', 1, '')`,
        )
        .run(id, aCampaignId, no, anInstant);
      if (no === 1) {
        database
          .prepare('insert into participant values (?, ?, ?, ?)')
          .run(aCampaignId, blindIndex, id, anInstant);
      }
    }
    database.exec(`insert into entryTally (campaignId, accepted, duplicates, refused, visitors, marketingConsents,
      granted) values ('${aCampaignId}', 2, 0, 0, 0, 0, 0)`);
    await migrate(db, 'sqlite');
    const outcomes = await store.entries.add(
      [1, 2].map((no) => aSealedEntry(no + 10, { blindIndex: aSealedEntry(no).blindIndex })),
    );

    expect(outcomes).toMatchObject([
      { kind: 'duplicate', enteredAt: anInstant },
      { kind: 'created', entry: { seq: 3 } },
    ]);
    expect(await store.persons.find(aCampaignId, aSealedEntry(1).blindIndex)).toBe(aSealedEntry(1).id);
    await store.close();
  });

  it('are numbered in rising order, none twice', () => {
    const numbers = migrations.map(({ no }) => no);

    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});
