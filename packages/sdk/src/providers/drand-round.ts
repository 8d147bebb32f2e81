import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { ChainInfo } from '../schema/draw.js';

/** Hash-to-curve suite of the scheme `bls-unchained-g1-rfc9380` (RFC 9380). */
const suite = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** True when the chain's key signed this round: the signature is then the only one there can be. */
export function isRoundSigned({ public_key }: ChainInfo, round: number, signature: string): boolean {
  const { hash, verify } = bls12_381.shortSignatures;
  try {
    return verify(toBytes(signature), hash(messageOf(round), suite), toBytes(public_key));
  } catch {
    return false; // the bytes are not a point of the curve
  }
}

/** The 32 public random bytes of a round. */
export function toRandomness(signature: string): Buffer {
  return createHash('sha256').update(signature, 'hex').digest();
}

function messageOf(round: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  return createHash('sha256').update(bytes).digest();
}

/** The curve library takes plain arrays only. */
const toBytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
