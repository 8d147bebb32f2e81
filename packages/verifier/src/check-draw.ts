import { isAnnounced, type Level, levelOf, randomBytesOf, revealMs } from './beacon.js';
import { concat, fromHex, fromText, tag, toHex } from './bytes.js';
import { canonical } from './canonical.js';
import { type Check, checkIds } from './check.js';
import { checkResults } from './check-results.js';
import type { Primitives } from './primitives.js';
import type { Commitment, Committed, Transcript } from './transcript.js';
import { isTranscript } from './transcript-shape.js';

export interface Verdict {
  readonly valid: boolean;
  /** Lowest when the value is no transcript. */
  readonly level: Level;
  readonly checks: readonly Check[];
}

/** Between the commitment and its randomness: time for people to see the one before the other exists. */
const leadMs = 600_000;

/** Checks a draw from its transcript alone, one finding after the other. What is no transcript gets one finding only. */
export async function* checkDraw(value: unknown, primitives: Primitives): AsyncGenerator<Check> {
  const shape = isTranscript(value);
  yield { id: 'shape', ok: shape, numbers: {} };
  if (!shape) return;
  const { commitment, signature, anchors, beacon, results } = value;
  const { sha256 } = primitives;
  const hash = await commitmentHash(commitment, primitives);
  const fingerprint = hash.slice(0, 16);
  const signed = await isSignedCommitment(value, primitives);
  yield { id: 'signature', ok: signed, numbers: { hash, key: signature.public_key } };

  const revealedMs = await revealMs(value, primitives);
  const inTime = (at: string) => Date.parse(at) < (revealedMs ?? Number.POSITIVE_INFINITY);
  const shown = anchors.every((anchor) => anchor.fingerprint === fingerprint && inTime(anchor.at));
  yield { id: 'anchors', ok: shown, numbers: { fingerprint, places: anchors.length } };

  const { closed_at, published_at } = commitment;
  const ordered = isInOrder(commitment, revealedMs);
  const revealedAt = revealedMs === undefined ? '-' : new Date(revealedMs).toISOString();
  yield { id: 'timing', ok: ordered, numbers: { closed_at, published_at, revealedAt } };

  const random = await randomBytesOf(value, primitives);
  const announced = await isAnnounced(value, primitives);
  const source = 'secrets' in beacon ? { secrets: beacon.secrets.length } : { round: beacon.round };
  yield { id: 'beacon', ok: announced, numbers: { ...source, random: toHex(random) } };

  const seed = await sha256(concat(tag('seed'), fromHex(hash), random));
  yield { id: 'seed', ok: toHex(seed) === value.seed, numbers: { seed: toHex(seed) } };
  yield* checkResults(commitment, seed, results, primitives);
  yield { id: 'audit', ok: await isAudited(value, hash, primitives), numbers: { head: value.audit.head } };
}

/** {@link checkDraw} to its end. */
export async function verdictOn(value: unknown, primitives: Primitives): Promise<Verdict> {
  const checks: Check[] = [];
  for await (const check of checkDraw(value, primitives)) checks.push(check);
  const valid = checks.length === checkIds.length && checks.every(({ ok }) => ok);
  return { valid, level: isTranscript(value) ? levelOf(value.commitment) : 'sandbox', checks };
}

/** What stands for the whole commitment. */
async function commitmentHash(commitment: Commitment, { sha256 }: Primitives): Promise<string> {
  return toHex(await sha256(fromText(canonical(commitment))));
}

export async function isSignedCommitment(
  { commitment, signature }: Committed,
  primitives: Primitives,
): Promise<boolean> {
  const hash = fromHex(await commitmentHash(commitment, primitives));
  return primitives.isSigned(fromHex(signature.public_key), hash, fromHex(signature.value));
}

function isInOrder({ beacon, closed_at, published_at }: Commitment, revealedMs: number | undefined): boolean {
  const publishedMs = Date.parse(published_at);
  if (publishedMs < Date.parse(closed_at)) return false;
  return beacon.type !== 'drand' || (revealedMs !== undefined && revealedMs >= publishedMs + leadMs);
}

/** One commitment and one draw, both of this transcript, in a chain that the same key signed. */
async function isAudited(transcript: Transcript, hash: string, primitives: Primitives): Promise<boolean> {
  const { audit, commitment, signature, anchors, results } = transcript;
  const hashOf = async (value: unknown) => toHex(await primitives.sha256(fromText(canonical(value))));
  const [first, second] = audit.records;
  const belongs = audit.records.every(
    ({ event_id, commitment_hash }) => event_id === commitment.event_id && commitment_hash === hash,
  );
  if (audit.records.length !== 2 || first?.type !== 'COMMIT' || second?.type !== 'DRAW' || !belongs)
    return false;

  let head = '0'.repeat(64);
  for (const each of audit.records) {
    const link = concat(fromText('kt-event-audit/1\0'), fromHex(head), fromText(canonical(each)));
    head = toHex(await primitives.sha256(link));
  }
  return (
    first.at === commitment.published_at &&
    Date.parse(second.at) >= Date.parse(first.at) &&
    second.anchors_sha256 === (await hashOf(anchors)) &&
    second.results_sha256 === (await hashOf(results)) &&
    head === audit.head &&
    primitives.isSigned(fromHex(signature.public_key), fromHex(head), fromHex(audit.signature))
  );
}
