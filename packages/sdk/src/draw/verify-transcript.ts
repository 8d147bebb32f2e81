import type { Bilingual } from '../errors/index.js';
import {
  type AssuranceLevel,
  type CheckId,
  checkIdSchema,
  type Transcript,
  transcriptSchema,
  type Verification,
} from '../schema/draw.js';
import { parseInput } from '../schema/parse.js';
import { beaconBytes } from './beacon-bytes.js';
import { commitmentHash, fingerprintOf, seedOf } from './commitment-hash.js';
import { isSignedBy } from './signature.js';
import { minimumLeadSeconds, revealTimeMs } from './timing.js';
import { anchorMeanings, checkTexts, invalidMeaning, meanings, unanchored } from './verification-texts.js';
import { isAuditProven } from './verify-audit.js';
import { isBeaconProven, levelOf } from './verify-beacon.js';
import { verifyResults } from './verify-results.js';

export interface VerifyOptions {
  /** The key the organiser is known by, hex. Without it, any key that signed everything will do. */
  readonly organiserPublicKey?: string;
}

/**
 * Checks a draw from its transcript alone, offline. A value that is no transcript is invalid, not an error;
 * its level is then `sandbox`, the lowest.
 */
export function verifyTranscript(value: unknown, options: VerifyOptions = {}): Verification {
  const transcript = readTranscript(value);
  if (!transcript) return toVerification('sandbox', noneOk);
  const verification = toVerification(levelOf(transcript.commitment.beacon), checksOf(transcript, options));
  return withAnchors(verification, transcript.anchors);
}

function readTranscript(value: unknown): Transcript | undefined {
  try {
    return parseInput(transcriptSchema, value, 'transcript');
  } catch {
    return undefined;
  }
}

type Results = Record<CheckId, boolean>;

const noneOk = Object.fromEntries(checkIdSchema.options.map((id) => [id, false])) as Results;

function checksOf(transcript: Transcript, { organiserPublicKey }: VerifyOptions): Results {
  const { commitment, signature, beacon, results } = transcript;
  const seed = seedOf(commitment, beaconBytes(beacon));
  const isKnownKey = organiserPublicKey === undefined || organiserPublicKey === signature.public_key;
  return {
    shape: true,
    signature: isKnownKey && isSignedBy(commitmentHash(commitment), signature),
    anchors: areAnchorsInTime(transcript),
    timing: isInOrder(transcript),
    beacon: isBeaconProven(commitment.beacon, beacon),
    seed: seed.toString('hex') === transcript.seed,
    ...verifyResults(commitment, seed, results),
    audit: isAuditProven(transcript),
  };
}

function areAnchorsInTime(transcript: Transcript): boolean {
  const fingerprint = fingerprintOf(transcript.commitment);
  const deadlineMs = revealedMs(transcript) ?? Number.POSITIVE_INFINITY;
  return transcript.anchors.every(
    (anchor) => anchor.fingerprint === fingerprint && Date.parse(anchor.at) < deadlineMs,
  );
}

function isInOrder(transcript: Transcript): boolean {
  const { beacon, closed_at, published_at } = transcript.commitment;
  const publishedMs = Date.parse(published_at);
  if (publishedMs < Date.parse(closed_at)) return false;
  if (beacon.type !== 'drand') return true;
  const revealed = revealedMs(transcript);
  return revealed !== undefined && revealed >= publishedMs + minimumLeadSeconds * 1_000;
}

function revealedMs({ commitment, beacon }: Transcript): number | undefined {
  return revealTimeMs(commitment.beacon, 'chain' in beacon ? beacon.chain : undefined);
}

function toVerification(level: AssuranceLevel, results: Results): Verification {
  const valid = Object.values(results).every(Boolean);
  const checks = checkIdSchema.options.map((id) => ({ id, ok: results[id], ...checkTexts[id] }));
  return { valid, level, checks, ...(valid ? meanings[level] : invalidMeaning) };
}

function withAnchors(verification: Verification, anchors: Transcript['anchors']): Verification {
  if (!verification.valid) return verification;
  const kinds = new Set(anchors.map(({ kind }) => kind));
  const added = kinds.size === 0 ? [unanchored] : [...kinds].map((kind) => anchorMeanings[kind]);
  return {
    ...verification,
    doesNotProve: added.reduceRight((rest, text) => join(text, rest), verification.doesNotProve),
  };
}

const join = (first: Bilingual, second: Bilingual): Bilingual => ({
  ko: `${first.ko} ${second.ko}`,
  en: `${first.en} ${second.en}`,
});
