import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { busyTimeoutMs } from './durability.js';
import { isBusy } from './is-busy.js';

const pauseMs = 5;

/**
 * Waits for another writer as long as SQLite would, but without holding up the process: that writer may be another
 * store in this very process, which could then never get on.
 */
export async function patiently<T>(database: Database.Database, attempt: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await withoutWaiting(database, attempt);
    } catch (error) {
      if (!isBusy(error) || waitedMs >= busyTimeoutMs) throw error;
    }
    await wait(pauseMs);
  }
}

/** The driver executes before it returns its promise, so nothing else runs under this setting. */
function withoutWaiting<T>(database: Database.Database, attempt: () => Promise<T>): Promise<T> {
  database.pragma('busy_timeout = 0');
  try {
    return attempt();
  } finally {
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}
