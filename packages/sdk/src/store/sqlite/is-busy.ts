import { isSqliteError } from './driver.js';

/** True when another connection has the lock. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}
