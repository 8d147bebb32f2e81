import type { Mode } from '../schema/primitives.js';

/** What a third party has signed: this hash existed at this time. */
interface TimeStamp {
  /** The answer as it came, base64: what `openssl ts -verify` reads. */
  readonly token: string;
  /** The authority's own clock. */
  readonly at: Date;
  /** The name in the certificate that signed, else the address that was asked. */
  readonly authority: string;
}

/** Says when a hash existed at the latest. It learns nothing but the hash. RFC 3161. */
export interface TimeStampAuthority {
  readonly mode: Mode;
  /**
   * Asking twice does no harm: both stamps are true.
   *
   * @throws ProviderError `PROVIDER_001` when it was refused, `PROVIDER_004` for a token that does not say what was
   * asked, and what the network gives.
   */
  stamp(sha256Hex: string, signal?: AbortSignal): Promise<TimeStamp>;
}
