import { UserError } from '../../errors/index.js';
import { announceSecret, type RandomBytes, revealSecret } from '../beacon-secret.js';
import type { RandomnessBeacon, SecretVault } from '../randomness-beacon.js';

export interface OperatorBeaconOptions {
  readonly secrets: SecretVault;
  readonly randomBytes: RandomBytes;
}

/**
 * One secret of the operator's own, hashed into the commitment and shown at the draw. The draw can be
 * audited, but not trusted: the operator knows the secret while the list can still change.
 */
export function createOperatorBeacon({ secrets, randomBytes }: OperatorBeaconOptions): RandomnessBeacon {
  return {
    type: 'operator',
    mode: 'local',
    async announce() {
      return { type: 'operator', commits: [await announceSecret(secrets, randomBytes)] };
    },
    async reveal(beacon) {
      if (beacon.type !== 'operator') throw new UserError('USER_002', { what: 'beacon', id: beacon.type });
      return { secrets: await Promise.all(beacon.commits.map((commit) => revealSecret(secrets, commit))) };
    },
  };
}
