import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Json } from './json.js';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Our reference for an effect: the same at every attempt, 26 characters that any provider field takes.
 * `base32(SHA-256("kt-effect/1\0" runId "\0" key "\0" number))[0:26]`.
 */
export function clientRef(runId: string, key: string, effectNo = 1): string {
  return base32(hash(`kt-effect/1\0${runId}\0${key}\0${effectNo}`)).slice(0, 26);
}

/** Two requests with one fingerprint ask for the same thing. */
export function fingerprint(request: Json): string {
  return hash(canonicalJson(request)).toString('hex');
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}
