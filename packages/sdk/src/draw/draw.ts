import { UserError } from '../errors/index.js';
import type {
  Anchor,
  AuditRecord,
  BeaconProof,
  Commitment,
  DrawEntry,
  DrawResult,
  SignedCommitment,
  Transcript,
} from '../schema/draw.js';
import { auditHead } from './audit-chain.js';
import { beaconBytes } from './beacon-bytes.js';
import type { DrawDeps } from './commit.js';
import { commitmentHash, fingerprintOf, hashOf, seedOf } from './commitment-hash.js';
import { createEntryList, type EntryList } from './entry-list.js';
import { createDrum } from './selection.js';
import { signHash } from './signature.js';
import { slotsOf } from './slots.js';
import { verifyTranscript } from './verify-transcript.js';

export interface DrawInput {
  readonly committed: SignedCommitment;
  /** The entries of the commitment, in any order. */
  readonly entries: readonly DrawEntry[];
  readonly proof: BeaconProof;
  /** Where the fingerprint was shown before the randomness appeared. */
  readonly anchors: readonly Anchor[];
  /** Instant of the draw, for the audit chain. */
  readonly drawnAt: Date;
}

/**
 * Draws winners and reserves. The same commitment, entries and randomness give the same transcript, and
 * none leaves here that does not verify.
 *
 * @throws UserError `USER_021` when the entries are not the committed ones; `USER_012` when the randomness,
 * an anchor or the organiser's key does not fit the commitment.
 */
export function draw(input: DrawInput, { organiserKey }: DrawDeps): Transcript {
  const { committed, entries, proof } = input;
  const { commitment, signature } = committed;
  const list = createEntryList(commitment.event_id, entries);
  refuseOtherList(list, commitment);

  const seed = seedOf(commitment, beaconBytes(proof));
  const results = drawResults(commitment, list, seed);
  const anchors = [...input.anchors];
  const records = toRecords(commitment, { anchors, results, drawnAt: input.drawnAt });
  const head = auditHead(records);
  const audit = { records, head, signature: signHash(head, organiserKey).value };

  const transcript = {
    commitment,
    signature,
    anchors,
    beacon: proof,
    seed: seed.toString('hex'),
    results,
    audit,
  };
  refuseInvalid(transcript);
  return transcript;
}

function drawResults(commitment: Commitment, list: EntryList, seed: Uint8Array): DrawResult[] {
  const drum = createDrum(seed, list.total);
  return slotsOf(commitment).flatMap((slot) => {
    const landing = drum.next();
    if (!landing) return [];
    const { entryId, weight, ownerTag, index, start, leaf, path } = list.holderOf(landing.pos);
    drum.remove(start, weight);
    const holder = { index, entry_id: entryId, weight, owner_tag: ownerTag, start, leaf, path: [...path] };
    return [{ ...landing, slot, ...holder }];
  });
}

function toRecords(
  commitment: Commitment,
  { anchors, results, drawnAt }: { anchors: Anchor[]; results: DrawResult[]; drawnAt: Date },
): AuditRecord[] {
  const common = { event_id: commitment.event_id, commitment_hash: commitmentHash(commitment) };
  return [
    { type: 'COMMIT', at: commitment.published_at, ...common },
    {
      type: 'DRAW',
      at: drawnAt.toISOString(),
      ...common,
      anchors_sha256: hashOf(anchors),
      results_sha256: hashOf(results),
    },
  ];
}

function refuseOtherList({ root, total, count }: EntryList, commitment: Commitment): void {
  const same = root === commitment.root && total === commitment.total_weight && count === commitment.entries;
  if (same) return;
  throw new UserError('USER_021', {
    campaignId: commitment.event_id,
    fingerprint: fingerprintOf(commitment),
  });
}

function refuseInvalid(transcript: Transcript): void {
  const { valid, checks } = verifyTranscript(transcript);
  if (valid) return;
  const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id);
  throw new UserError('USER_012', { checks: failed.join(', ') });
}
