import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { ChainInfo } from '../../schema/draw.js';

const { hash, sign, getPublicKey, Signature } = bls12_381.shortSignatures;
const secretKey = Uint8Array.from({ length: 32 }, (_, index) => index + 1);

/** A chain whose only member is this test: it can sign any round, past or future. */
export const sandboxChain: ChainInfo = {
  public_key: getPublicKey(secretKey).toHex(),
  period: 3,
  genesis_time: 1_760_000_000,
  group_hash: 'ab'.repeat(32),
  beacon_id: 'sandbox',
};

export function signSandboxRound(round: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  const message = Uint8Array.from(createHash('sha256').update(bytes).digest());
  return Signature.toHex(sign(hash(message, 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'), secretKey));
}
