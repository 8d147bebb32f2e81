import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type EachRow, isEachRow } from '../kysely/each-row.js';
import { patiently } from './patiently.js';
import { cacheStatements } from './statement-cache.js';
import { toStoreError } from './to-store-error.js';

/**
 * Kysely's SQLite with two differences: a transaction takes the write lock when it begins, so that nothing it
 * read can change before it writes; and every failure leaves with one of our codes.
 */
export function createSqliteDialect(database: Database.Database): Dialect {
  const statements = cacheStatements(database);
  const sqlite = new SqliteDialect({ database: statements });
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => createDriver(sqlite.createDriver(), { database, statements }),
  };
}

interface Parts {
  readonly database: Database.Database;
  readonly statements: SqliteDatabase;
}

function createDriver(driver: Driver, parts: Parts): Driver {
  const { database } = parts;
  return {
    init: () => driver.init(),
    acquireConnection: async () => guard(await driver.acquireConnection(), parts),
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
function guard(connection: DatabaseConnection, { database, statements }: Parts): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const execute = async () =>
        isEachRow(query) ? runEach<R>(statements, query) : connection.executeQuery<R>(query);
      try {
        return await (database.inTransaction ? execute() : patiently(database, execute));
      } catch (error) {
        throw toStoreError(error);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

function runEach<R>(statements: SqliteDatabase, { sql, columns, rows }: EachRow): QueryResult<R> {
  const statement = statements.prepare(sql);
  const written = rows.filter((row) => {
    const values = columns.map((column) => row[column as keyof typeof row]);
    return Number(statement.run(values).changes) > 0;
  });
  return { rows: written as R[] };
}
