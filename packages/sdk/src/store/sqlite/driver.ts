import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/** Node-API version that better-sqlite3 13 needs; Node 22.14 was the first to have it. */
const napiOfThirteen = 10;

/**
 * The driver for this Node. 12 is the last that runs on Node 20 and aborts the process on Node 24.19 and later; 13 is
 * the first that does not. Both have the same interface, and only one of them is ever loaded.
 */
export function loadDriver(): typeof Database {
  const name = Number(process.versions['napi']) >= napiOfThirteen ? 'better-sqlite3-13' : 'better-sqlite3';
  return createRequire(import.meta.url)(name) as typeof Database;
}

/** What a driver throws, whichever of the two it is. */
export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === 'SqliteError' && 'code' in error;
}
