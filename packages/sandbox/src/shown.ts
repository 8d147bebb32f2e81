import type { ProviderName } from './provider-name.js';

/** Something a customer sees or hears at one moment. */
export interface Shown {
  readonly provider: ProviderName;
  /** As in a publication's `channel`. */
  readonly channel: string;
  readonly externalId: string;
  readonly text: string;
  /** SHA-256 of each picture, film or recording that was fetched, in hex. */
  readonly media: readonly string[];
  /** Virtual instant since which it is seen, ISO 8601. */
  readonly since: string;
}
