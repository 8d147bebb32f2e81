import { fromHex, fromText, toHex } from './bytes.js';
import { canonical } from './canonical.js';
import { isSignedCommitment } from './check-draw.js';
import type { Primitives } from './primitives.js';
import { equal, instant, integer, record, text } from './shape.js';
import type { Committed } from './transcript.js';
import { isCommitted, isTranscript } from './transcript-shape.js';

/** That a draw does not hold, as the organiser says it for ever. */
export interface SignedVoid {
  readonly record: {
    readonly event_id: string;
    readonly commitment_hash: string;
    readonly transcript_sha256?: string;
    readonly words: string;
    readonly voided_at: string;
  };
  readonly signature: { readonly public_key: string; readonly value: string };
}

const hash = text(/^[0-9a-f]{64}$/);

const shape = record({
  record: record(
    {
      void: equal('kt-event-draw-void/1'),
      event_id: text(/^[a-z0-9-]{1,64}$/),
      commitment_hash: hash,
      reason: equal('randomness_missing', 'list_wrong', 'entry_log_broken', 'key_exposed', 'rules_broken'),
      words: text(/^[^\p{C}]{10,500}$/u),
      voided_at: instant,
      audit: record({ no: integer(0), head: hash }),
    },
    {
      transcript_sha256: hash,
      next_draw: record({ type: equal('drand'), chain: hash, round: integer(1) }),
    },
  ),
  signature: record({ public_key: hash, value: text(/^[0-9a-f]{128}$/) }),
});

export const isVoidRecord = (value: unknown): value is SignedVoid => shape(value);

/** True when whoever committed to this draw has declared it void. What was drawn after that is void as well. */
export async function isVoidDraw(draw: unknown, value: unknown, primitives: Primitives): Promise<boolean> {
  if (!isVoidRecord(value)) return false;
  const committed = isTranscript(draw) ? draw : isCommitted(draw) ? draw : undefined;
  if (!committed) return false;
  const hashOf = async (one: unknown) => toHex(await primitives.sha256(fromText(canonical(one))));
  const { record: said, signature } = value;
  const isOf =
    said.transcript_sha256 === undefined ||
    !isTranscript(draw) ||
    said.transcript_sha256 === (await hashOf(draw));
  return (
    isOf &&
    isAfter(said, committed) &&
    signature.public_key === committed.signature.public_key &&
    said.commitment_hash === (await hashOf(committed.commitment)) &&
    (await isSignedCommitment(committed, primitives)) &&
    primitives.isSigned(fromHex(signature.public_key), fromHex(await hashOf(said)), fromHex(signature.value))
  );
}

function isAfter({ event_id, voided_at }: SignedVoid['record'], { commitment }: Committed): boolean {
  return event_id === commitment.event_id && Date.parse(voided_at) >= Date.parse(commitment.published_at);
}
