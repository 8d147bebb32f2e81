import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Batches of different sizes are different statements; more than this many at once is not worth the memory. */
const mostStatements = 64;

/** Prepares each statement once instead of at every execution. */
export function cacheStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();

  function remember(sql: string): SqliteStatement {
    const statement = database.prepare<unknown[]>(sql);
    if (statements.size >= mostStatements) statements.delete([...statements.keys()][0] ?? '');
    statements.set(sql, statement);
    return statement;
  }

  return {
    prepare: (sql) => statements.get(sql) ?? remember(sql),
    close: () => void database.close(),
  };
}
