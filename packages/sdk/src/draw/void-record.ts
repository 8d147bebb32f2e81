import type { KeyObject } from 'node:crypto';
import { UserError } from '../errors/index.js';
import type { ChainInfo, FutureRound, SignedCommitment, Transcript } from '../schema/draw.js';
import { type DrawVoid, drawVoidSchema, type SignedVoid, type VoidReason } from '../schema/draw-void.js';
import { parseInput } from '../schema/parse.js';
import { commitmentHash, hashOf } from './commitment-hash.js';
import { signHash } from './signature.js';
import { minimumLeadSeconds, revealTimeMs } from './timing.js';

export interface VoidInput {
  readonly committed: SignedCommitment;
  readonly transcript: Transcript | undefined;
  readonly reason: VoidReason;
  readonly words: string;
  readonly at: Date;
  readonly nextDraw: FutureRound | undefined;
  /** The chain of `nextDraw`, if it is not the public one. */
  readonly chain?: ChainInfo | undefined;
  readonly audit: DrawVoid['audit'];
}

/**
 * Says for ever that a draw does not hold. Publish it where the draw was published.
 *
 * @throws UserError `USER_020` when the next draw's randomness would come less than 600 s from now; `USER_001` for
 * anything malformed.
 */
export function signVoid(input: VoidInput, organiserKey: KeyObject): SignedVoid {
  const { committed, transcript, reason, words, at, nextDraw, audit } = input;
  refuseEarlyRound(input);
  const record = parseInput(
    drawVoidSchema,
    {
      void: 'kt-event-draw-void/1',
      event_id: committed.commitment.event_id,
      commitment_hash: commitmentHash(committed.commitment),
      ...(transcript && { transcript_sha256: hashOf(transcript) }),
      reason,
      words,
      voided_at: at.toISOString(),
      ...(nextDraw && { next_draw: nextDraw }),
      audit,
    },
    'void',
  );
  return { record, signature: signHash(voidHash(record), organiserKey) };
}

/** What stands for the record in the audit chain. */
export function voidHash(record: DrawVoid): string {
  return hashOf(record);
}

function refuseEarlyRound({ nextDraw, chain, at }: VoidInput): void {
  const revealedMs = nextDraw && revealTimeMs(nextDraw, chain);
  if (revealedMs === undefined || revealedMs >= at.getTime() + minimumLeadSeconds * 1_000) return;
  throw new UserError('USER_020', {
    publishedAt: at.toISOString(),
    revealedAt: new Date(revealedMs).toISOString(),
    minimumSeconds: minimumLeadSeconds,
  });
}
