import type BetterSqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aCommitment, aTranscript } from '../../testing/draw-fixtures.js';
import { aCampaign, aCampaignId, aSealedEntry } from '../../testing/fixtures.js';
import { storeCases } from '../../testing/store-contract.js';
import { createStore } from '../kysely/create-store.js';
import type { Tables } from '../kysely/tables.js';
import { migrate } from '../migrations/migrate.js';
import type { Store } from '../store.js';
import { loadDriver } from './driver.js';
import { createMemoryLocks } from './memory-locks.js';
import { scrub } from './open-sqlite-store.js';
import { createSqliteDialect } from './sqlite-dialect.js';

const Database = loadDriver();

const now = () => new Date('2026-12-05T03:00:00Z');

interface OpenParts {
  readonly database: BetterSqlite.Database;
  readonly db: Kysely<Tables>;
  readonly store: Store;
}

async function openParts(): Promise<OpenParts> {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(db, 'sqlite');
  return { database, db, store: createStore({ db, locks: createMemoryLocks(), now, scrub }) };
}

/** Which of these promises a store breaks. */
async function brokenOf(names: readonly string[], spoil: (parts: OpenParts) => Store): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, check } of storeCases.filter(({ name }) => names.includes(name))) {
    const parts = await openParts();
    await check(spoil(parts)).catch(() => broken.push(name));
    await parts.store.close();
  }
  return broken;
}

describe('the store contract', () => {
  it('is kept by the parts it is run on here', async () => {
    const all = storeCases.map(({ name }) => name);

    expect(await brokenOf(all, ({ store }) => store)).toEqual([]);
  });

  it('notices a phone that may enter twice', async () => {
    const promises = [
      'keeps one entry for each phone within one batch',
      'keeps one of ten entries of each phone in a race',
    ];
    const noticed = await brokenOf(promises, ({ store }) => ({
      ...store,
      entries: {
        ...store.entries,
        add: (batch) => store.entries.add(batch.map((entry) => ({ ...entry, blindIndex: entry.id }))),
      },
    }));

    expect(noticed).toEqual(promises);
  });

  it('notices phones that are forgotten as soon as they are in', async () => {
    const promises = ['keeps one entry for each phone and tells when it came'];
    const noticed = await brokenOf(promises, ({ database, store }) => {
      database.exec(`create trigger forgetful after insert on entry begin
        update entry set blindIndex = null where id = new.id; end`);
      return store;
    });

    expect(noticed).toEqual(promises);
  });

  it('notices a consent whose first time of being taken back does not stand', async () => {
    const promises = ['takes a consent back once, at the first time, and leaves everybody else’s as it is'];
    const noticed = await brokenOf(promises, ({ database, store }) => ({
      ...store,
      persons: {
        ...store.persons,
        async withdrawConsent(campaignId, entryId, at) {
          database.prepare('update entry set "marketingWithdrawnAt" = null where id = ?').run(entryId);
          return store.persons.withdrawConsent(campaignId, entryId, at);
        },
      },
    }));

    expect(noticed).toEqual(promises);
  });

  it('notices a stock that is read first and written later', async () => {
    const promises = ['gives exactly 100 coupons to 1,000 people who come at once'];
    const noticed = await brokenOf(promises, ({ store }) => {
      let stock = Number.POSITIVE_INFINITY;
      const entries: Store['entries'] = {
        ...store.entries,
        async openStock(campaignId, pieces) {
          stock = pieces;
          await store.entries.openStock(campaignId, 1_000_000);
        },
        async add(batch) {
          const { accepted } = await store.entries.tally(aCampaignId);
          if (accepted < stock) return store.entries.add(batch);
          return batch.map(() => ({ kind: 'sold_out', stock }));
        },
      };
      return { ...store, entries };
    });

    expect(noticed).toEqual(promises);
  });

  it('notices a journal without fences', async () => {
    const promises = ['refuses every write under an old fence'];
    const noticed = await brokenOf(promises, ({ database, store }) => {
      database.exec(`create trigger loose after update of fence on run begin
        update run set fence = 1 where id = new.id; end`);
      return store;
    });

    expect(noticed).toEqual(promises);
  });

  it('notices an effect that is settled without its step', async () => {
    const promises = ['settles an effect and its step together'];
    const noticed = await brokenOf(promises, ({ store }) => ({
      ...store,
      journal: {
        ...store.journal,
        settle: (hold, { step, ...rest }) => store.journal.settle(hold, rest),
      },
    }));

    expect(noticed).toEqual(promises);
  });

  it('notices a cap that is not enforced', async () => {
    const promises = ['never lets reserved and settled money pass the cap'];
    const noticed = await brokenOf(promises, ({ store }) => ({
      ...store,
      journal: {
        ...store.journal,
        intend: (hold, { capKrw, ...rest }) => store.journal.intend(hold, rest),
      },
    }));

    expect(noticed).toEqual(promises);
  });

  it('notices a draw that can be replaced', async () => {
    const promises = ['refuses a second commitment'];
    const noticed = await brokenOf(promises, ({ database, store }) => {
      database.exec('drop trigger drawIsKept');
      return {
        ...store,
        draws: {
          ...store.draws,
          async commit(campaignId, commitment) {
            database.prepare('delete from draw').run();
            await store.draws.commit(campaignId, commitment);
          },
        },
      };
    });

    expect(noticed).toEqual(promises);
  });
});

/** Another entry by everything but what is given. */
function secondOf(blindIndex: string): string {
  return `insert into entry (id, campaignId, seq, weight, visited, marketingConsent, ownerTag, receivedAt, sealedName,
    sealedPhone, sealedSalt, keyVersion, requestHash, blindIndex) select 'another', campaignId, 2, 1, 0, 0, ownerTag,
    receivedAt, '', '', '', 1, '', ${blindIndex} from entry`;
}

describe('the database itself', () => {
  it.each([
    'delete from draw',
    "update draw set commitment = '{}'",
    "update draw set transcript = '{}'",
    "update draw set state = 'committed', transcript = null",
    'delete from audit',
    "update audit set hash = 'x'",
    'update audit set no = 7',
    "insert into entryTally values ('cmp-000000000001', 0, 0, 0, 0, 0, 5, 6, 0, 0, 0)",
    "insert into entryTally values ('cmp-000000000001', 0, 0, 0, 0, 0, 5, -1, 0, 0, 0)",
    "insert into effect select 'x', 'r', 'k', 'none', 'sent', 1, 1, 'f', 'c', 0, 0, '', null, null, null",
    "insert into step values ('nobody', 'k', '1', 1, '')",
  ])('refuses: %s', async (sql) => {
    const { database, store } = await openParts();
    await store.campaigns.add(aCampaign());
    await store.draws.commit(aCampaignId, aCommitment());
    await store.draws.complete(aCampaignId, aTranscript());
    await store.audit.append(aCampaignId, { type: 'DRAW' });

    expect(() => database.exec(sql)).toThrow();
    await store.close();
  });

  it('takes another phone where it refuses the same', async () => {
    const { database, store } = await openParts();
    await store.campaigns.add(aCampaign());
    await store.entries.add([aSealedEntry(1)]);

    expect(() => database.exec(secondOf('entry.blindIndex'))).toThrow('UNIQUE constraint failed');
    database.exec(secondOf("'of somebody else'"));
    expect(await store.persons.find(aCampaignId, 'of somebody else')).toBe('another');
    await store.close();
  });

  it('says that the disk is full, keeps what was answered, and goes on when there is room', async () => {
    const { database, store } = await openParts();
    await store.campaigns.add(aCampaign());
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 20}`);
    let no = 0;
    const add = async () => {
      no += 1;
      return store.entries.add([aSealedEntry(no, { sealedName: 'x'.repeat(2_000) })]);
    };
    const fill = async () => {
      for (;;) await add();
    };

    await expect(fill()).rejects.toMatchObject({ code: 'STORE_005', context: { reason: 'SQLITE_FULL' } });
    expect(await store.entries.list(aCampaignId)).toHaveLength(no - 1);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.pragma('max_page_count = 1000000');
    expect(await add()).toMatchObject([{ kind: 'created', entry: { seq: no - 1 } }]);
    await store.close();
  });

  it('gives a damaged row the name of what cannot be read', async () => {
    const { database, store } = await openParts();
    await store.campaigns.add(aCampaign());
    database.exec("update campaign set brief = '{nonsense'");

    await expect(store.campaigns.find(aCampaignId)).rejects.toMatchObject({
      code: 'STORE_002',
      context: { what: 'campaign' },
    });
    await store.close();
  });
});
