import { createHash } from 'node:crypto';
import type { ChainInfo } from '../schema/draw.js';

/**
 * The public randomness of the League of Entropy: a round every three seconds, scheme `bls-unchained-g1-rfc9380`.
 * Source: drand's client and relays, https://api.drand.sh/v2/beacons/quicknet/info , read 2026-11.
 */
export const quicknet: ChainInfo = {
  public_key:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c' +
    '8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb' +
    '5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesis_time: 1_692_803_367,
  group_hash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  beacon_id: 'quicknet',
};

/** Chain hash of {@link quicknet}, as drand publishes it. */
export const quicknetHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

/** Relays of {@link quicknet}; none is trusted. Source: drand documentation, read 2026-11. */
export const quicknetHosts = [
  'https://api.drand.sh',
  'https://drand.cloudflare.com',
  'https://api2.drand.sh',
  'https://api3.drand.sh',
] as const;

/** The hash a chain is known by, computed as drand does: it commits to the public key and the timetable. */
export function toChainHash(chain: ChainInfo): string {
  const timetable = Buffer.alloc(12);
  timetable.writeUInt32BE(chain.period, 0);
  timetable.writeBigInt64BE(BigInt(chain.genesis_time), 4);
  const hash = createHash('sha256')
    .update(timetable)
    .update(chain.public_key, 'hex')
    .update(chain.group_hash, 'hex');
  if (chain.beacon_id !== 'default') hash.update(chain.beacon_id, 'ascii');
  return hash.digest('hex');
}

/** The chain behind a hash: the pinned public one, or `offered` if it hashes to exactly that. */
export function findChain(hash: string, offered?: ChainInfo): ChainInfo | undefined {
  if (hash === quicknetHash) return quicknet;
  return offered && toChainHash(offered) === hash ? offered : undefined;
}

/** Unix time at which a round appears, ms. */
export function roundTimeMs({ genesis_time, period }: ChainInfo, round: number): number {
  return (genesis_time + (round - 1) * period) * 1_000;
}

/** The first round that appears at or after an instant. */
export function roundAtOrAfter({ genesis_time, period }: ChainInfo, at: Date): number {
  const elapsedMs = at.getTime() - genesis_time * 1_000;
  return Math.max(1, Math.ceil(elapsedMs / (period * 1_000)) + 1);
}
