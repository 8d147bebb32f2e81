import { signedCommitmentSchema, transcriptSchema } from '../schema/draw.js';
import { type DrawVoid, signedVoidSchema } from '../schema/draw-void.js';
import { commitmentHash, hashOf } from './commitment-hash.js';
import { isSignedBy } from './signature.js';
import { minimumLeadSeconds, revealTimeMs } from './timing.js';
import { voidHash } from './void-record.js';

/** What a record says of a draw. */
export interface VoidVerification {
  /** True when whoever committed to this draw has declared it void. */
  readonly voided: boolean;
  /** Absent when it is no such record. */
  readonly record: DrawVoid | undefined;
}

/**
 * Checks a void record against the transcript of a draw, or against its signed commitment when nobody was drawn.
 * Values that are neither make it `voided: false`, not an error.
 */
export function verifyVoid(draw: unknown, value: unknown): VoidVerification {
  const signed = signedVoidSchema.safeParse(value).data;
  if (!signed) return { voided: false, record: undefined };
  const transcript = transcriptSchema.safeParse(draw).data;
  const committed = transcript ?? signedCommitmentSchema.safeParse(draw).data;
  const { record, signature } = signed;
  if (!committed) return { voided: false, record };
  const voided =
    signature.public_key === committed.signature.public_key &&
    isSignedBy(voidHash(record), signature) &&
    isSignedBy(commitmentHash(committed.commitment), committed.signature) &&
    record.event_id === committed.commitment.event_id &&
    record.commitment_hash === commitmentHash(committed.commitment) &&
    isOf(record, transcript) &&
    Date.parse(record.voided_at) >= Date.parse(committed.commitment.published_at) &&
    isNextInTime(record);
  return { voided, record };
}

/** A transcript that came after a draw was void before it is void as well. */
function isOf({ transcript_sha256: hash }: DrawVoid, transcript: Parameters<typeof hashOf>[0] | undefined) {
  return hash === undefined || transcript === undefined || hash === hashOf(transcript);
}

/** The time of a round can be told of the public chain alone: a rehearsal's is left to the rehearsal. */
function isNextInTime({ next_draw: next, voided_at }: DrawVoid): boolean {
  const revealedMs = next && revealTimeMs(next);
  return revealedMs === undefined || revealedMs >= Date.parse(voided_at) + minimumLeadSeconds * 1_000;
}
