import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { patiently } from './patiently.js';
import { cacheStatements } from './statement-cache.js';
import { toStoreError } from './to-store-error.js';

/**
 * Kysely's SQLite with two differences: a transaction takes the write lock when it begins, so that nothing it
 * read can change before it writes; and every failure leaves with one of our codes.
 */
export function createSqliteDialect(database: Database.Database): Dialect {
  const sqlite = new SqliteDialect({ database: cacheStatements(database) });
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => createDriver(sqlite.createDriver(), database),
  };
}

function createDriver(driver: Driver, database: Database.Database): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: async () => guard(await driver.acquireConnection(), database),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
    async beginTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    async commitTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction(connection) {
      // after a full disk SQLite has rolled back by itself
      if (database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
    },
  };
}

/** Within a transaction nobody else can be writing, so there is nothing to wait for. */
function guard(connection: DatabaseConnection, database: Database.Database): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const execute = () => connection.executeQuery<R>(query);
      try {
        return await (database.inTransaction ? execute() : patiently(database, execute));
      } catch (error) {
        throw toStoreError(error);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
