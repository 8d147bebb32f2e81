import { toSecretCommit } from '../providers/beacon-secret.js';
import { findChain, quicknetHash } from '../providers/drand-chain.js';
import { isRoundSigned } from '../providers/drand-round.js';
import type { AssuranceLevel, BeaconProof, CommitmentBeacon } from '../schema/draw.js';

/** How far the announced beacon can be trusted, before any of it is checked. */
export function levelOf(beacon: CommitmentBeacon): AssuranceLevel {
  if (beacon.type !== 'drand') return beacon.type;
  return beacon.chain === quicknetHash ? 'drand' : 'sandbox';
}

/** True when the proof is the announced randomness and nothing else. */
export function isBeaconProven(beacon: CommitmentBeacon, proof: BeaconProof): boolean {
  return beacon.type === 'drand' ? isRoundProven(beacon, proof) : areSecretsProven(beacon.commits, proof);
}

function isRoundProven(beacon: Extract<CommitmentBeacon, { type: 'drand' }>, proof: BeaconProof): boolean {
  if ('secrets' in proof || proof.round !== beacon.round) return false;
  // The public chain is pinned here; a transcript has no say in it.
  if (beacon.chain === quicknetHash && proof.chain) return false;
  const chain = findChain(beacon.chain, proof.chain);
  return chain !== undefined && isRoundSigned(chain, proof.round, proof.drand_signature);
}

function areSecretsProven(commits: readonly string[], proof: BeaconProof): boolean {
  if (!('secrets' in proof) || proof.secrets.length !== commits.length) return false;
  return proof.secrets.every((secret, index) => toSecretCommit(secret) === commits[index]);
}
