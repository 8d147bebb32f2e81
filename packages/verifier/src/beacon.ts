import { type Bytes, concat, fromHex, fromText, tag, toHex, u32, u64 } from './bytes.js';
import type { Primitives } from './primitives.js';
import type { Chain, Commitment, Transcript } from './transcript.js';

/** Who could have steered the randomness: nobody, all witnesses together, the operator; `sandbox` is a rehearsal. */
export type Level = 'drand' | 'witness' | 'operator' | 'sandbox';

/**
 * The public randomness of the League of Entropy, pinned here so that a transcript has no say in it.
 * Source: https://api.drand.sh/v2/beacons/quicknet/info , read 2026-11.
 */
const quicknetHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
const quicknet: Timetable = {
  public_key:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c' +
    '8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb' +
    '5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesis_time: 1_692_803_367,
};

type Timetable = Pick<Chain, 'public_key' | 'period' | 'genesis_time'>;
type Drawn = Pick<Transcript, 'commitment' | 'beacon'>;

export function levelOf({ beacon }: Pick<Commitment, 'beacon'>): Level {
  if (beacon.type !== 'drand') return beacon.type;
  return beacon.chain === quicknetHash ? 'drand' : 'sandbox';
}

/** When the randomness appears, ms; undefined when people decide that, or nobody knows the chain. */
export async function revealMs(drawn: Drawn, primitives: Primitives): Promise<number | undefined> {
  const { beacon } = drawn.commitment;
  const chain = await chainOf(drawn, primitives);
  if (beacon.type !== 'drand' || !chain) return undefined;
  return (chain.genesis_time + (beacon.round - 1) * chain.period) * 1_000;
}

/** True when the proof is the announced randomness and nothing else. */
export async function isAnnounced(drawn: Drawn, primitives: Primitives): Promise<boolean> {
  const { commitment, beacon: proof } = drawn;
  const { sha256, isRoundSigned } = primitives;
  if (commitment.beacon.type !== 'drand') {
    if (!('secrets' in proof) || proof.secrets.length !== commitment.beacon.commits.length) return false;
    const hashes = proof.secrets.map((secret) => sha256(concat(tag('secret'), fromHex(secret))));
    return (await Promise.all(hashes)).map(toHex).join() === commitment.beacon.commits.join();
  }
  const { round, chain: named } = commitment.beacon;
  if ('secrets' in proof || proof.round !== round || (named === quicknetHash && proof.chain)) return false;
  const chain = await chainOf(drawn, primitives);
  const message = await sha256(u64(round));
  return (
    chain !== undefined && isRoundSigned(fromHex(chain.public_key), message, fromHex(proof.drand_signature))
  );
}

/** The random bytes: hash of the round's signature, or the secrets in their order. */
export async function randomBytesOf(
  { beacon }: Pick<Drawn, 'beacon'>,
  { sha256 }: Primitives,
): Promise<Bytes> {
  if ('secrets' in beacon) return concat(...beacon.secrets.map(fromHex));
  return sha256(fromHex(beacon.drand_signature));
}

/** The pinned chain, or the one in the transcript if it has exactly the hash that was committed to. */
async function chainOf(
  { commitment, beacon }: Drawn,
  { sha256 }: Primitives,
): Promise<Timetable | undefined> {
  if (commitment.beacon.type !== 'drand') return undefined;
  if (commitment.beacon.chain === quicknetHash) return quicknet;
  if ('secrets' in beacon || !beacon.chain) return undefined;
  const { public_key, period, genesis_time, group_hash, beacon_id } = beacon.chain;
  const name = fromText(beacon_id === 'default' ? '' : beacon_id);
  const facts = concat(u32(period), u64(genesis_time), fromHex(public_key), fromHex(group_hash), name);
  return toHex(await sha256(facts)) === commitment.beacon.chain ? beacon.chain : undefined;
}
