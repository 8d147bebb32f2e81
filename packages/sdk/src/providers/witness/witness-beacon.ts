import { BugError, StoreError, UserError } from '../../errors/index.js';
import { announceSecret, type RandomBytes, revealSecret } from '../beacon-secret.js';
import type { RandomnessBeacon, SecretVault } from '../randomness-beacon.js';

export interface WitnessBeaconOptions {
  /** One vault for each witness, at least two, each in that witness's own hands. */
  readonly vaults: readonly SecretVault[];
  readonly randomBytes: RandomBytes;
}

/**
 * Secrets of several people, hashed into the commitment and shown at the draw. One honest witness is
 * enough; one who will not show the secret stops the draw. For places without a network.
 *
 * @throws BugError `BUG_001` for fewer than two vaults.
 */
export function createWitnessBeacon({ vaults, randomBytes }: WitnessBeaconOptions): RandomnessBeacon {
  if (vaults.length < 2) throw new BugError('BUG_001', { reason: 'a witness beacon needs two vaults' });
  return {
    type: 'witness',
    mode: 'local',
    async announce() {
      const commits = await Promise.all(vaults.map((vault) => announceSecret(vault, randomBytes)));
      return { type: 'witness', commits };
    },
    async reveal(beacon) {
      if (beacon.type !== 'witness') throw new UserError('USER_002', { what: 'beacon', id: beacon.type });
      if (beacon.commits.length !== vaults.length) throw new StoreError('STORE_002', { what: 'draw secret' });
      const secrets = vaults.map((vault, index) => revealSecret(vault, beacon.commits[index] ?? ''));
      return { secrets: await Promise.all(secrets) };
    },
  };
}
