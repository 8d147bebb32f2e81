import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { QueryResult } from 'pg';
import { BugError, StoreError } from '../../errors/index.js';
import { toOpenError, toStoreError } from './to-store-error.js';

/** The part of the driver's pool that is needed. */
export interface PoolOfDialect {
  connect(): Promise<ClientOfDialect>;
  end(): Promise<void>;
}

interface ClientOfDialect {
  query(sql: string, parameters: unknown[]): Promise<Pick<QueryResult, 'command' | 'rowCount' | 'rows'>>;
  release(broken: boolean): void;
}

/** Kysely's PostgreSQL over a pool of ours: every failure leaves with one of our codes, and no commit fails in silence. */
export function createPostgresDialect(pool: PoolOfDialect, place: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => createDriver(pool, place),
  };
}

interface Connection extends DatabaseConnection {
  /** @returns what the server says it has done. */
  run(sql: string): Promise<string>;
  release(): void;
}

function createDriver(pool: PoolOfDialect, place: string): Driver {
  const ours = (connection: DatabaseConnection) => connection as Connection;
  return {
    init: async () => undefined,
    async acquireConnection() {
      try {
        return toConnection(await pool.connect());
      } catch (error) {
        throw toOpenError(error, place);
      }
    },
    releaseConnection: async (connection) => ours(connection).release(),
    destroy: () => pool.end(),
    async beginTransaction(connection) {
      await ours(connection).run('begin');
    },
    async commitTransaction(connection) {
      // the server answers a commit after a failed statement with a rollback and no error
      const done = await ours(connection).run('commit');
      if (done !== 'COMMIT') throw new StoreError('STORE_005', { reason: done });
    },
    async rollbackTransaction(connection) {
      await ours(connection).run('rollback');
    },
  };
}

const counting = new Set(['INSERT', 'UPDATE', 'DELETE']);

function toConnection(client: ClientOfDialect): Connection {
  let broken = false;
  async function execute({ sql, parameters }: CompiledQuery) {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      const failure = toStoreError(error);
      broken ||= failure instanceof StoreError && failure.code === 'STORE_013';
      throw failure;
    }
  }

  return {
    async executeQuery(query) {
      const { command, rowCount, rows } = await execute(query);
      return {
        rows,
        ...(counting.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
      };
    },
    run: async (sql) => (await execute(CompiledQuery.raw(sql))).command,
    release: () => client.release(broken),
    streamQuery: () => {
      throw new BugError('BUG_001', { reason: 'no repository streams' });
    },
  };
}
