import { type AuditFile, type AuditHead, auditFileSchema } from '../schema/audit.js';
import { type Transcript, transcriptSchema } from '../schema/draw.js';
import { auditGenesis, nextAuditHash } from './audit-chain.js';
import { isGenuineAuditHead } from './audit-head.js';
import { milestoneOf } from './audit-milestones.js';
import type { CanonicalValue } from './jcs.js';

type Records = AuditFile['records'];

/**
 * True when the records are one chain that leads through every head, all heads are signed by the organiser of the
 * draw, and the chain holds one commitment and one draw, both of this transcript, each with a head of its own.
 */
export function verifyAuditFile(transcript: unknown, file: unknown): boolean {
  const draw = transcriptSchema.safeParse(transcript).data;
  const audit = auditFileSchema.safeParse(file).data;
  if (!draw || !audit) return false;
  const { records, heads } = audit;
  return (
    areHeadsOf(draw, heads) &&
    isThrough(records, heads) &&
    isOnly(records, 'COMMIT', { root: draw.commitment.root }) &&
    isOnly(records, 'DRAW', { seed: draw.seed }) &&
    records.filter(({ type }) => type === 'VOID').length <= 1 &&
    records.every((record, index) => isSignedFor(record, index + 1, heads))
  );
}

function areHeadsOf({ commitment, signature }: Transcript, heads: readonly AuditHead[]): boolean {
  return heads.every(
    (head, index) =>
      head.event_id === commitment.event_id &&
      head.signature.public_key === signature.public_key &&
      isGenuineAuditHead(head) &&
      head.no > (heads[index - 1]?.no ?? 0),
  );
}

function isThrough(records: Records, heads: readonly AuditHead[]): boolean {
  const hashes: string[] = [];
  try {
    for (const record of records)
      hashes.push(nextAuditHash(hashes.at(-1) ?? auditGenesis, record as CanonicalValue));
  } catch {
    return false; // what has no canonical form was never hashed
  }
  return heads.every(({ no, head }) => hashes[no - 1] === head);
}

function isOnly(records: Records, type: string, said: Readonly<Record<string, string>>): boolean {
  const [found, ...others] = records.filter((record) => record['type'] === type);
  return (
    found !== undefined &&
    others.length === 0 &&
    Object.entries(said).every(([name, value]) => found[name] === value)
  );
}

function isSignedFor(record: Records[number], no: number, heads: readonly AuditHead[]): boolean {
  const milestone = milestoneOf(record);
  return milestone === undefined || heads.some((head) => head.milestone === milestone && head.no === no);
}
