import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { beginImmediate } from './begin-immediate.js';
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
    acquireConnection: async () => guard(await driver.acquireConnection()),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
    beginTransaction: () => beginImmediate(database),
    async commitTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction(connection) {
      // after a full disk SQLite has rolled back by itself
      if (database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
    },
  };
}

function guard(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery(query) {
      try {
        return await connection.executeQuery(query);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
