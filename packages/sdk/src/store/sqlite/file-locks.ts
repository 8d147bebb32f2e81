import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreError } from '../../errors/index.js';
import type { RunLocks } from '../run-locks.js';
import { loadDriver } from './driver.js';
import { isBusy } from './is-busy.js';

/**
 * Locks of the operating system, one small file for each run that is held: an exclusive transaction on it ends
 * with the process, however the process ends.
 */
export function createFileLocks(folder: string): RunLocks {
  const held = new Map<string, Database.Database>();
  const pathOf = (runId: string) => join(folder, `${encodeURIComponent(runId)}.lock`);

  async function release(runId: string): Promise<void> {
    const file = held.get(runId);
    if (!file) return;
    held.delete(runId);
    removeFile(pathOf(runId)); // while it is locked: nobody can have taken it in between
    file.close();
  }

  return {
    async acquire(runId) {
      if (held.has(runId)) return false;
      const file = open(folder, pathOf(runId));
      if (file) held.set(runId, file);
      return file !== undefined;
    },
    release,
    async releaseAll() {
      await Promise.all([...held.keys()].map(release));
    },
  };
}

function open(folder: string, path: string): Database.Database | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return lock(path);
  } catch (cause) {
    throw new StoreError('STORE_005', { reason: 'run lock' }, { cause });
  }
}

function lock(path: string): Database.Database | undefined {
  touch(path);
  const before = identityOf(path);
  const isOurs = () => before !== undefined && before === identityOf(path);
  const file = new (loadDriver())(path, { timeout: 0 });
  try {
    file.exec('begin exclusive');
    if (isOurs()) return file;
    file.close();
  } catch (error) {
    file.close();
    if (isBusy(error)) return undefined;
    if (isOurs()) throw error;
  }
  return lock(path); // the holder before us removed the file meanwhile: what we opened is no longer the run's
}

/**
 * Only a new file is opened here: to close another handle on a locked one would drop the lock of this process.
 * Source: sqlite.org/howtocorrupt.html, 2.2.
 */
function touch(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function identityOf(path: string): string | undefined {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file && `${file.ino}:${file.birthtimeNs}`;
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Windows keeps an open file: an unlocked file left behind does no harm
  }
}
