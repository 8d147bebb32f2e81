import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { seededBytes, seededHex } from '../../seeded.js';
import { toChainHash } from './chain-hash.js';

/** The answer of `/{chainhash}/info`, and what a client must pin. `beaconID` repeats `metadata.beaconID`. */
export interface DrandInfo {
  /** Hex, 96 bytes in G2. */
  readonly public_key: string;
  /** Seconds between rounds. */
  readonly period: number;
  /** Unix seconds of round 1. */
  readonly genesis_time: number;
  /** The hash that names the chain. */
  readonly hash: string;
  readonly groupHash: string;
  readonly schemeID: string;
  readonly beaconID: string;
  readonly metadata: { readonly beaconID: string };
}

export interface Beacon {
  readonly round: number;
  /** Hex SHA-256 of the signature. */
  readonly randomness: string;
  /** Hex, 48 bytes in G1. */
  readonly signature: string;
}

export interface TestChain {
  readonly info: DrandInfo;
  roundAt(instant: Date): number;
  /** Signs on demand: a round never changes. */
  beacon(round: number): Beacon;
}

/** The scheme of quicknet; its suite differs from noble's default, hence the tag. RFC 9380. */
const domainTag = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const schemeID = 'bls-unchained-g1-rfc9380';
const beaconID = 'kt-event-sandbox';
const periodSeconds = 3;
/** Quicknet's own, so that a round has the same number at the same instant. */
const genesisTime = 1_692_803_367;

export function toBeacon(round: number, signature: string): Beacon {
  const randomness = createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex');
  return { round, randomness, signature };
}

export function toDrandInfo(publicKey: string, groupHash: string, id: string): DrandInfo {
  const chain = { periodSeconds, genesisTime, publicKey, groupHash, beaconId: id };
  return {
    public_key: publicKey,
    period: periodSeconds,
    genesis_time: genesisTime,
    hash: toChainHash(chain),
    groupHash,
    schemeID,
    beaconID: id,
    metadata: { beaconID: id },
  };
}

/** A chain of our own whose one key comes from the seed: anyone can know it, so it proves nothing about fairness. */
export function createTestChain(seed: string): TestChain {
  const material = Buffer.concat([seededBytes(seed, 'drand key'), seededBytes(seed, 'drand key 2')]);
  const { secretKey, publicKey } = bls12_381.shortSignatures.keygen(material.subarray(0, 48));
  const info = toDrandInfo(publicKey.toHex(), seededHex(64, seed, 'drand group'), beaconID);
  const signed = new Map<number, Beacon>();

  const sign = (round: number): Beacon => {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(round));
    const message = createHash('sha256').update(number).digest();
    const point = bls12_381.shortSignatures.hash(message, domainTag);
    return toBeacon(round, bls12_381.shortSignatures.sign(point, secretKey).toHex());
  };

  return {
    info,
    roundAt: (instant) => Math.floor((instant.getTime() / 1_000 - genesisTime) / periodSeconds) + 1,
    beacon(round) {
      const beacon = signed.get(round) ?? sign(round);
      signed.set(round, beacon);
      return beacon;
    },
  };
}
