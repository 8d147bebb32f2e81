import type { Commitment } from '../schema/draw.js';
import { fromHex, sha256, tag } from './bytes.js';
import { type CanonicalValue, toCanonicalJson } from './jcs.js';

/** SHA-256 over the one spelling of a value. */
export function hashOf(value: CanonicalValue): string {
  return sha256(Buffer.from(toCanonicalJson(value), 'utf8')).toString('hex');
}

/** What stands for the whole commitment: it is signed and published. */
export function commitmentHash(commitment: Commitment): string {
  return hashOf(commitment);
}

/** The short form for posts, entry pages and messages: 16 hex digits. */
export function fingerprintOf(commitment: Commitment): string {
  return commitmentHash(commitment).slice(0, 16);
}

/** Commitment and randomness together; every winner follows from it. */
export function seedOf(commitment: Commitment, beaconBytes: Uint8Array): Buffer {
  return sha256(tag('seed'), fromHex(commitmentHash(commitment)), beaconBytes);
}
