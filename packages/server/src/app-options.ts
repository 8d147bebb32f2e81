import type { KtEvent, KtEventError } from '@kt-event/sdk';

export interface AppOptions {
  readonly ktEvent: KtEvent;
  readonly newId: () => string;
  /** Entries from one address in a minute. Source: reliability target, friendly to shared addresses. @defaultValue 20 */
  readonly entriesPerMinute?: number;
  /** Entries from one browser in a minute. Source: bots and cost abuse, `5/min/device`. @defaultValue 5 */
  readonly entriesPerDevice?: number;
  /**
   * All other requests from one address in a minute. Our own choice: twenty people behind one address, each with a
   * page, its style, its picture, a proof, and room to load them again. @defaultValue 300
   */
  readonly requestsPerMinute?: number;
  /** Address of the proxy in front, when there is one; only then are its headers believed. @defaultValue none */
  readonly trustedProxy?: string;
  /**
   * What owners' programs prove themselves with, as `Authorization: Bearer …`: long and by chance. Without it there
   * are no addresses for them. @defaultValue none
   */
  readonly apiToken?: string;
  /**
   * Told of every failure of ours (5xx), and of providers that could not be asked after a call back: the answer itself
   * says nothing of it. @defaultValue nobody
   */
  readonly onFailure?: (error: KtEventError) => void;
  /** @defaultValue a steady clock of its own; best the one that `ktEvent` has */
  readonly now?: () => Date;
}

/** With the clock that all routes share. */
export interface SetOptions extends AppOptions {
  readonly now: () => Date;
}
