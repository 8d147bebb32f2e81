import { expect, it } from 'vitest';
import { describeOnPostgres } from '../../testing/describe-on-postgres.js';
import { aCampaignId, aSealedEntry } from '../../testing/fixtures.js';
import { addOne, lottery } from '../../testing/store-cases/entry-setup.js';
import { createStore } from '../kysely/create-store.js';
import { createMemoryLocks } from '../sqlite/memory-locks.js';
import type { Store } from '../store.js';
import { openConnections } from './connections.js';
import { openPostgresStore, queryThrough } from './open-postgres-store.js';
import type { PoolOfDialect } from './postgres-dialect.js';

const now = () => new Date('2026-12-05T03:00:00Z');
const phone = (no: number) => ({ blindIndex: aSealedEntry(no).blindIndex });

describeOnPostgres('batches of one process that are under way together', ({ emptied }) => {
  it('are written in the order in which they were given', async () => {
    const store = await openPostgresStore({ url: await emptied(), now });
    await lottery(store);
    const numbers = Array.from({ length: 64 }, (_, index) => index + 1);
    const outcomes = await Promise.all(numbers.map((no) => store.entries.add([aSealedEntry(no)])));
    await store.close();

    expect(outcomes.flat()).toMatchObject(numbers.map((seq) => ({ kind: 'created', entry: { seq } })));
  });
});

describeOnPostgres('two batches with the same phones in opposite orders', ({ emptied }) => {
  it('wait in line for the row of the campaign', async () => {
    const { url, store } = await openCampaign();
    const outcomes = await meetInTheMiddle(url, [store, store]);
    await store.close();

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('would meet in the index without it, which keeps the second one out', async () => {
    const { url, store } = await openCampaign();
    const careless = await withoutLock(url);
    const outcomes = await meetInTheMiddle(url, [careless, careless]);
    await careless.close();
    await store.close();

    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(failures).toMatchObject([{ code: 'BUG_001', context: { reason: '23505' } }]);
  });

  async function openCampaign() {
    const url = await emptied();
    const store = await openPostgresStore({ url, now });
    await lottery(store);
    await addOne(store, aSealedEntry(99));
    return { url, store };
  }
});

/** Somebody else holds a phone in the middle of each batch until both are on their way, and then lets go of it. */
async function meetInTheMiddle(url: string, [one, two]: readonly [Store, Store]) {
  const { connect } = await openConnections(url);
  const other = await connect();
  await other.query('begin');
  for (const no of [7, 8]) {
    await other.query(holdPhone, [`other-${no}`, no, phone(no).blindIndex]);
  }
  const batches = Promise.allSettled([
    one.entries.add([aSealedEntry(1), aSealedEntry(11, phone(7)), aSealedEntry(2)]),
    two.entries.add([aSealedEntry(12, phone(2)), aSealedEntry(13, phone(8)), aSealedEntry(14, phone(1))]),
  ]);
  const watcher = await connect();
  while ((await watcher.query(waiting)).rowCount !== 2) await new Promise(setImmediate);
  await other.query('rollback');
  const outcomes = await batches;
  await other.end();
  await watcher.end();
  return outcomes;
}

const holdPhone = `insert into "entry" select (json_populate_record("standing", json_build_object(
  'id', $1::text, 'seq', $2::integer, 'blindIndex', $3::text, 'idempotencyKey', $1::text))).* from "entry" as "standing"
  where "campaignId" = '${aCampaignId}' and "seq" = 1`;

const waiting = `
  select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** The same store, whose batches look at the campaign's row without taking it. */
async function withoutLock(url: string): Promise<Store> {
  const { pool, place } = await openConnections(url);
  const careless: PoolOfDialect = {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      return {
        query: (sql, parameters) =>
          lock.test(sql) ? client.query(look, parameters.slice(0, 1)) : client.query(sql, parameters),
        release: (broken) => client.release(broken),
      };
    },
  };
  return createStore({
    db: queryThrough(careless, place),
    locks: createMemoryLocks(),
    now,
    scrub: 'select 1',
  });
}

const lock = /^insert into "entryTally" .* do update set /;
const look = 'select "campaignId", "rushUntil" from "entryTally" where "campaignId" = $1';
