import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import pg from 'pg';

/** The server that tests may make databases on. Tests of whoever has none are left out, unless it is required. */
export interface PostgresServer {
  readonly url: string;
  /** Makes an empty database. @returns its address and a way to be rid of it, whoever is still connected. */
  createDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }>;
}

export interface PostgresEnvironment {
  readonly server: PostgresServer | undefined;
  /** Set where everything optional is mandatory: `KT_EVENT_REQUIRE=chromium,postgres`. */
  readonly required: boolean;
}

/** Looks at `KT_EVENT_TEST_DATABASE_URL`, else at this machine's own server. */
export async function findPostgres(environment = process.env): Promise<PostgresEnvironment> {
  const { KT_EVENT_TEST_DATABASE_URL: chosen, KT_EVENT_REQUIRE: mandatory = '' } = environment;
  const url = chosen || `postgres://${userInfo().username}@127.0.0.1/test`;
  return {
    server: (await isReachable(url)) ? createServer(url) : undefined,
    required: mandatory.split(',').includes('postgres'),
  };
}

function createServer(url: string): PostgresServer {
  return {
    url,
    async createDatabase() {
      const name = `kt_event_${randomUUID().replaceAll('-', '_')}`;
      await runSql(url, `create database "${name}"`);
      return {
        url: withDatabase(url, name),
        drop: () => runSql(url, `drop database if exists "${name}" with (force)`),
      };
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function isReachable(url: string): Promise<boolean> {
  return runSql(url, 'select').then(
    () => true,
    () => false,
  );
}

/** One statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  await readSql(url, sql);
}

/** The same, for what it finds. */
export async function readSql(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
