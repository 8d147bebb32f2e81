import { UserError } from '../errors/index.js';
import type {
  Anchor,
  AuditRecord,
  BeaconProof,
  Commitment,
  DrawResult,
  SignedCommitment,
  Transcript,
} from '../schema/draw.js';
import { auditHead } from './audit-chain.js';
import { beaconBytes } from './beacon-bytes.js';
import type { DrawDeps } from './commit.js';
import { commitmentHash, fingerprintOf, hashOf, seedOf } from './commitment-hash.js';
import type { EntryList } from './entry-list.js';
import { createDrum } from './selection.js';
import { signHash } from './signature.js';
import { slotsOf } from './slots.js';
import { verifyTranscript } from './verify-transcript.js';

export interface DrawInput {
  readonly committed: SignedCommitment;
  /** The list of the commitment, read again or still at hand. */
  readonly list: EntryList;
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
export async function draw(input: DrawInput, { organiserKey }: DrawDeps): Promise<Transcript> {
  const { committed, list, proof } = input;
  const { commitment, signature } = committed;
  refuseOtherList(list, commitment);

  const seed = seedOf(commitment, beaconBytes(proof));
  const results = await drawResults(commitment, list, seed);
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

async function drawResults(commitment: Commitment, list: EntryList, seed: Uint8Array): Promise<DrawResult[]> {
  const drum = createDrum(seed, list.total);
  const results: DrawResult[] = [];
  for (const slot of slotsOf(commitment)) {
    const landing = drum.next();
    if (!landing) break;
    const { entryId, weight, ownerTag, index, start, leaf, path } = await list.holderOf(landing.pos);
    drum.remove(start, weight);
    const holder = { index, entry_id: entryId, weight, owner_tag: ownerTag, start, leaf, path: [...path] };
    results.push({ ...landing, slot, ...holder });
  }
  return results;
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

function refuseOtherList({ eventId, root, total, count }: EntryList, commitment: Commitment): void {
  const { event_id } = commitment;
  const same =
    eventId === event_id &&
    root === commitment.root &&
    total === commitment.total_weight &&
    count === commitment.entries;
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
