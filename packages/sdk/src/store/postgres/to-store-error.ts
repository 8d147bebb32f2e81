import { BugError, KtEventError, StoreError } from '../../errors/index.js';

type Details = { readonly cause: unknown };
type Make = (reason: string, details: Details) => KtEventError;

/** Classes and codes of SQLSTATE, the longest that fits first. Source: postgresql.org/docs/15/errcodes-appendix.html. */
const meanings: readonly (readonly [pattern: RegExp, make: Make])[] = [
  // another writer is in the way, or too many are connected: the same call may succeed later
  [/^(40|55P03|53300|57014|25P0[34])/, (reason, details) => new StoreError('STORE_012', { reason }, details)],
  // the server went, is coming up, or has become one that may only be read
  [/^(08|57P0|25006)/, (reason, details) => new StoreError('STORE_013', { reason }, details)],
  [/^(53|54|58)/, (reason, details) => new StoreError('STORE_005', { reason }, details)],
  [/^XX00[12]/, (_, details) => new StoreError('STORE_002', { what: 'database' }, details)],
  // a broken constraint or statement is ours
  [/^[0-9A-Z]{5}$/, (reason, details) => new BugError('BUG_001', { reason }, details)],
];

/** Gives a failure of a statement its code. The driver's own text stays in the cause, without the row it was about. */
export function toStoreError(cause: unknown): unknown {
  if (KtEventError.is(cause) || !(cause instanceof Error)) return cause;
  const code = codeOf(cause);
  Reflect.deleteProperty(cause, 'detail');
  const known = meanings.find(([pattern]) => pattern.test(code));
  return known ? known[1](code, { cause }) : new StoreError('STORE_013', { reason: code }, { cause });
}

/** Gives a failure to connect its code. */
export function toOpenError(cause: unknown, place: string): unknown {
  if (KtEventError.is(cause) || !(cause instanceof Error)) return cause;
  const reason = codeOf(cause);
  if (reason === '53300') return new StoreError('STORE_012', { reason }, { cause });
  return new StoreError('STORE_010', { place, reason }, { cause });
}

/** SQLSTATE, or the operating system's word; the driver gives none when a connection breaks or does not come. */
function codeOf(cause: Error): string {
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : 'connection';
}
