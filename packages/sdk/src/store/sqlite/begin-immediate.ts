import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { busyTimeoutMs } from './durability.js';
import { isBusy } from './is-busy.js';
import { toStoreError } from './to-store-error.js';

const pauseMs = 5;

/**
 * Takes the write lock, as patiently as SQLite would but without holding up the process: the writer we wait for may
 * be another store in this very process, which could then never get on.
 */
export async function beginImmediate(database: Database.Database): Promise<void> {
  for (let waitedMs = 0; !tryBegin(database, waitedMs >= busyTimeoutMs); waitedMs += pauseMs)
    await wait(pauseMs);
}

/** @returns false while somebody else writes. */
function tryBegin(database: Database.Database, last: boolean): boolean {
  database.pragma('busy_timeout = 0');
  try {
    database.exec('begin immediate');
    return true;
  } catch (error) {
    if (isBusy(error) && !last) return false;
    throw toStoreError(error);
  } finally {
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}
