import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { aCommitment, aTranscript } from '../../testing/draw-fixtures.js';
import { aCampaign, aCampaignId } from '../../testing/fixtures.js';
import { runSql } from '../../testing/postgres-server.js';
import { range } from '../../testing/store-cases/entry-setup.js';
import { openConnections } from './connections.js';
import { makeDurable, type Session } from './durability.js';
import { openPostgresStore } from './open-postgres-store.js';

const now = () => new Date('2026-12-05T03:00:00Z');
const good = {
  synchronous_commit: 'on',
  fsync: 'on',
  server_encoding: 'UTF8',
  transaction_read_only: 'off',
  search_path: 'public',
};

/** A server that says of itself what it likes. */
const sayingOf = (row: object) => ({ query: async () => ({ rows: [row] }) }) as unknown as Session;

describe('the settings of a connection', () => {
  it.each([
    ['synchronous_commit', 'off'],
    ['synchronous_commit', 'local'],
    ['fsync', 'off'],
    ['server_encoding', 'SQL_ASCII'],
    ['transaction_read_only', 'on'],
    ['search_path', null],
  ])('are refused with %s = %s', async (setting, value) => {
    await makeDurable(sayingOf(good));

    await expect(makeDurable(sayingOf({ ...good, [setting]: value }))).rejects.toMatchObject({
      code: 'STORE_011',
      context: { setting, value: value ?? '' },
    });
  });
});

describe('an address that leads nowhere', () => {
  it('is told without its password', async () => {
    const opening = openPostgresStore({
      url: 'postgres://shop:hunter2@127.0.0.1:1/kt?password=hunter2',
      now,
    });
    const error: unknown = await opening.catch((cause: unknown) => cause);

    expect(error).toMatchObject({
      code: 'STORE_010',
      context: { place: '127.0.0.1:1/kt', reason: 'ECONNREFUSED' },
    });
    expect(inspect(error, { depth: 9 })).not.toContain('hunter2');
  });
});

describeOnPostgres('a store in PostgreSQL', ({ newSchema, emptied }) => {
  it('commits to the disk on each of its connections, whatever its role has been told', async () => {
    const { pool } = await openConnections(withOption(await newSchema(), 'synchronous_commit=off'));
    const clients = await Promise.all(range(8).map(() => pool.connect()));
    const settings = await Promise.all(clients.map((client) => client.query('show synchronous_commit')));
    for (const client of clients) client.release();
    await pool.end();

    expect(settings.flatMap(({ rows }) => rows)).toEqual(range(8).map(() => ({ synchronous_commit: 'on' })));
  });

  it.each([
    ['default_transaction_read_only=on', 'STORE_011', { setting: 'transaction_read_only', value: 'on' }],
    ['search_path=nowhere', 'STORE_011', { setting: 'search_path', value: '' }],
  ])('is not opened with %s', async (option, code, context) => {
    const url = withOption(await newSchema(), option);

    await expect(openPostgresStore({ url, now })).rejects.toMatchObject({ code, context });
  });

  it('says which database is missing, and nothing of the password', async () => {
    const url = new URL(await newSchema());
    url.password = 'hunter2';
    url.pathname = '/nobody_made_this';
    const error: unknown = await openPostgresStore({ url: url.href, now }).catch((cause: unknown) => cause);

    expect(error).toMatchObject({ code: 'STORE_010', context: { place: `${url.host}/nobody_made_this` } });
    expect(inspect(error, { depth: 9 })).not.toContain('hunter2');
  });

  it('goes on when the server has thrown everybody out', async () => {
    const url = await emptied();
    const store = await openPostgresStore({ url, now });
    await store.campaigns.add(aCampaign());
    await runSql(url, endOtherSessions);
    const seen = await untilItAnswers(() => store.campaigns.find(aCampaignId));
    await store.close();

    expect(seen).toEqual(aCampaign());
  });

  it('is not opened when a newer version has written it', async () => {
    const url = await newSchema();
    await (await openPostgresStore({ url, now })).close();
    await runSql(url, `insert into migration values (999, 'future')`);

    await expect(openPostgresStore({ url, now })).rejects.toMatchObject({ code: 'STORE_002' });
  });

  it('refuses by itself to forget a draw or to change what was recorded', async () => {
    const url = await emptied();
    const store = await openPostgresStore({ url, now });
    await store.campaigns.add(aCampaign());
    await store.draws.commit(aCampaignId, aCommitment());
    await store.draws.complete(aCampaignId, aTranscript());
    await store.audit.append(aCampaignId, { type: 'DRAW' });
    await store.close();

    for (const sql of forbidden) await expect(runSql(url, sql), sql).rejects.toThrow(/never|violates/);
    await runSql(url, 'update draw set state = state'); // what changes nothing is not refused
  });
});

function withOption(url: string, option: string): string {
  const changed = new URL(url);
  changed.searchParams.set('options', `${changed.searchParams.get('options')} -c ${option}`);
  return changed.href;
}

/** A statement that was on its way is told that the connection is lost, and may be made again. */
async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      expect(error).toMatchObject({ code: 'STORE_013' });
    }
  }
}

const endOtherSessions = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const forbidden = [
  'delete from draw',
  'truncate draw cascade',
  `update draw set commitment = '{}'`,
  `update draw set transcript = '{}'`,
  `update draw set state = 'committed', transcript = null`,
  'delete from audit',
  'truncate audit',
  `update audit set hash = 'x'`,
  `insert into "entryTally" values ('${aCampaignId}', 0, 0, 0, 0, 0, 5, 6, 0)`,
  `insert into step values ('nobody', 'k', '1', 1, '')`,
];
