import { createHash } from 'node:crypto';

export interface ChainDescription {
  readonly periodSeconds: number;
  readonly genesisTime: number;
  /** Hex, 96 bytes in G2. */
  readonly publicKey: string;
  /** Hex. */
  readonly groupHash: string;
  readonly beaconId: string;
}

/**
 * The hash that names a chain, as drand computes it: SHA-256 over u32be period, u64be genesis, public key,
 * group hash, and the beacon id unless it is `default`. Gives quicknet's published hash from quicknet's values.
 */
export function toChainHash({
  periodSeconds,
  genesisTime,
  publicKey,
  groupHash,
  beaconId,
}: ChainDescription): string {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(periodSeconds, 0);
  numbers.writeBigUInt64BE(BigInt(genesisTime), 4);
  return createHash('sha256')
    .update(numbers)
    .update(Buffer.from(publicKey, 'hex'))
    .update(Buffer.from(groupHash, 'hex'))
    .update(beaconId === 'default' ? '' : beaconId)
    .digest('hex');
}
