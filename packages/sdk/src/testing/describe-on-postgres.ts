import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type PostgresServer, runSql } from './postgres-server.js';

/** Schemas in the database of one suite, by their addresses. */
export interface PostgresSuite {
  /** One without tables. */
  newSchema(): Promise<string>;
  /**
   * One whose tables are empty, if it has any: to make them takes a hundred times as long as to empty them. It is the
   * same for each call, so nobody may still have it open.
   */
  emptied(): Promise<string>;
}

const { server, required } = await findPostgres();

/**
 * A suite on a real server: one database for each suite, gone when it has ended. Where there is no server the suite is
 * announced and left out, and fails where `KT_EVENT_REQUIRE` names it.
 */
export function describeOnPostgres(name: string, suite: (postgres: PostgresSuite) => void): void {
  if (server) {
    describe(name, () => suite(openSuite(server)));
  } else if (required) {
    describe(name, () => {
      it('needs PostgreSQL', () => expect.fail('start PostgreSQL, or set KT_EVENT_TEST_DATABASE_URL'));
    });
  } else {
    process.stderr.write(`left out, no PostgreSQL here (KT_EVENT_TEST_DATABASE_URL): ${name}\n`);
    const none = () => Promise.reject(new Error('no PostgreSQL'));
    describe.runIf(server)(name, () => suite({ newSchema: none, emptied: none }));
  }
}

function openSuite({ createDatabase }: PostgresServer): PostgresSuite {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let count = 0;
  let shared: string | undefined;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  async function newSchema(): Promise<string> {
    count += 1;
    await runSql(database.url, `create schema case_${count}`);
    const url = new URL(database.url);
    url.searchParams.set('options', `-c search_path=case_${count}`);
    return url.href;
  }

  return {
    newSchema,
    async emptied() {
      if (shared) await runSql(shared, emptyTables);
      shared ??= await newSchema();
      return shared;
    },
  };
}

/** As a replica would: without the triggers that refuse to forget, which takes the rights of the server's owner. */
const emptyTables = `
  do $$ declare name text; begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = current_schema() and tablename <> 'migration' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;
