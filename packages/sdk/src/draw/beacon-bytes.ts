import { toRandomness } from '../providers/drand-round.js';
import type { BeaconProof } from '../schema/draw.js';
import { fromHex } from './bytes.js';

/** The random bytes a proof stands for: hash of the signature, or the secrets in their listed order. */
export function beaconBytes(proof: BeaconProof): Buffer {
  if ('secrets' in proof) return Buffer.concat(proof.secrets.map(fromHex));
  return toRandomness(proof.drand_signature);
}
