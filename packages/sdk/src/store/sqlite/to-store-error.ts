import { BugError, type KtEventError, StoreError } from '../../errors/index.js';
import { isSqliteError } from './driver.js';

/** Gives a failure of SQLite its code. Its own text stays in the cause. */
export function toStoreError(cause: unknown): unknown {
  if (!isSqliteError(cause)) return cause;
  return codeOf(cause.code, { cause });
}

function codeOf(reason: string, details: { cause: unknown }): KtEventError {
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(reason)) {
    return new StoreError('STORE_002', { what: 'database file' }, details);
  }
  // a full disk or a busy file may clear; a broken constraint or statement is ours
  if (/^SQLITE_(CONSTRAINT|ERROR|MISMATCH|MISUSE|RANGE|TOOBIG|SCHEMA)/.test(reason)) {
    return new BugError('BUG_001', { reason }, details);
  }
  return new StoreError('STORE_005', { reason }, details);
}
