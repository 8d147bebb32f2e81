import type { AuditRecord, Transcript } from '../schema/draw.js';
import { isAuditChain } from './audit-chain.js';
import { commitmentHash, hashOf } from './commitment-hash.js';
import { isSignedBy } from './signature.js';

/** True when the signed chain holds exactly one commitment and one draw, and both are those of this transcript. */
export function isAuditProven({ audit, commitment, signature, anchors, results }: Transcript): boolean {
  const [committed, drawn, ...others] = audit.records;
  if (committed?.type !== 'COMMIT' || drawn?.type !== 'DRAW' || others.length > 0) return false;

  const hash = commitmentHash(commitment);
  const belongs = ({ event_id, commitment_hash }: AuditRecord) =>
    event_id === commitment.event_id && commitment_hash === hash;
  return (
    belongs(committed) &&
    belongs(drawn) &&
    committed.at === commitment.published_at &&
    Date.parse(drawn.at) >= Date.parse(committed.at) &&
    drawn.anchors_sha256 === hashOf(anchors) &&
    drawn.results_sha256 === hashOf(results) &&
    isAuditChain(audit.records, audit.head) &&
    isSignedBy(audit.head, { public_key: signature.public_key, value: audit.signature })
  );
}
