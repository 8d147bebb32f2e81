import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type PostgresServer, runSql } from './postgres-server.js';

/** Gives the address of an empty schema of its own, in the database of the test file. */
export type NewPostgres = () => Promise<string>;

const { server, required } = await findPostgres();

/**
 * A suite on a real server: one database for each suite, gone when it has ended. Where there is no server the suite is
 * announced and left out, and fails where `KT_EVENT_REQUIRE` names it.
 */
export function describeOnPostgres(name: string, suite: (newPostgres: NewPostgres) => void): void {
  if (server) {
    describe(name, () => suite(newSchemas(server)));
  } else if (required) {
    describe(name, () => {
      it('needs PostgreSQL', () => expect.fail('start PostgreSQL, or set KT_EVENT_TEST_DATABASE_URL'));
    });
  } else {
    process.stderr.write(`left out, no PostgreSQL here (KT_EVENT_TEST_DATABASE_URL): ${name}\n`);
    describe.runIf(server)(name, () => suite(() => Promise.reject(new Error('no PostgreSQL'))));
  }
}

function newSchemas({ createDatabase }: PostgresServer): NewPostgres {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let count = 0;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  return async () => {
    count += 1;
    const schema = `case_${count}`;
    await runSql(database.url, `create schema ${schema}`);
    const url = new URL(database.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    return url.href;
  };
}
