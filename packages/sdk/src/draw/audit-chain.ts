import { fromHex, sha256 } from './bytes.js';
import { type CanonicalValue, toCanonicalJson } from './jcs.js';

/** What the first record follows. */
export const auditGenesis = '0'.repeat(64);

const prefix = Buffer.from('kt-event-audit/1\0', 'ascii');

/** The hash of a record, which holds the hash of the one before: nothing can be changed or taken out unseen. */
export function nextAuditHash(previous: string, record: CanonicalValue): string {
  const text = Buffer.from(toCanonicalJson(record), 'utf8');
  return sha256(prefix, fromHex(previous), text).toString('hex');
}

/** The head of a chain of records from the first. */
export function auditHead(records: readonly CanonicalValue[]): string {
  return records.reduce<string>(nextAuditHash, auditGenesis);
}

/** True when these records, all of them and in this order, lead to that head. */
export function isAuditChain(records: readonly CanonicalValue[], head: string): boolean {
  return auditHead(records) === head;
}
