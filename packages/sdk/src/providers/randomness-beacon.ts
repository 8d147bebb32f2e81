import type { BeaconProof, ChainInfo, CommitmentBeacon } from '../schema/draw.js';
import type { Mode } from '../schema/primitives.js';

/** A source of randomness that is named before it exists and can be checked afterwards. */
export interface RandomnessBeacon {
  readonly type: CommitmentBeacon['type'];
  /** `live` only for the public drand chain: another chain is a rehearsal. */
  readonly mode: Mode;
  /** Only for `drand`. */
  readonly chain?: ChainInfo;
  /** What goes into the commitment, for a draw at or after `at`. */
  announce(at: Date): Promise<CommitmentBeacon>;
  /**
   * The announced randomness with its proof.
   * @throws ProviderError `PROVIDER_007` while it is not there yet; any other code when nobody could give it.
   */
  reveal(beacon: CommitmentBeacon, signal?: AbortSignal): Promise<BeaconProof>;
}

/** Keeps a secret from the announcement to the draw, through a crash. A secret is named by its public hash. */
export interface SecretVault {
  read(ref: string): Promise<string | undefined>;
  /** Resolves once the secret would survive a power cut. */
  write(ref: string, hex: string): Promise<void>;
}
