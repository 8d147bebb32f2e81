import type { SecretVault } from '../../providers/randomness-beacon.js';

/** A vault that outlives the beacon that uses it. */
export function aVault(): SecretVault {
  const secrets = new Map<string, string>();
  return {
    read: async (ref) => secrets.get(ref),
    write: async (ref, hex) => void secrets.set(ref, hex),
  };
}
