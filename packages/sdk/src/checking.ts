import type { BusinessStatus } from './providers/business-registry.js';
import type { Brief } from './schema/brief.js';
import type { Finding } from './schema/finding.js';
import type { Channel, Mode } from './schema/primitives.js';

export interface CheckOptions {
  /** Day, Asia/Seoul, whose rules apply. @defaultValue today */
  readonly asOf?: string | undefined;
  /** Words somebody has written for a channel, judged in place of ours. */
  readonly texts?: Readonly<Partial<Record<Channel, string>>> | undefined;
}

/** What is known of a store's registration. */
export interface BusinessCheck {
  /** Ten digits with a matching check digit; absent when the brief has none. */
  readonly businessNumber: string | undefined;
  /**
   * What the tax service says: `unverified` when it did not answer, `not_asked` without a number or without a key for
   * the service.
   */
  readonly status: BusinessStatus | 'not_asked';
  /** Who answered; absent when nobody was asked. */
  readonly mode: Mode | undefined;
  /** When they did, Asia/Seoul: an answer is remembered for an hour, and for a day while there is no newer one. */
  readonly answeredAt?: string | undefined;
}

/** Looking before leaping. */
export interface Checking {
  /**
   * Judges a brief and its plan by the rules of a day: what is planned, its words, the page on which people enter, and
   * what is sent. Draws, payouts and leaks are judged when they happen.
   *
   * @throws UserError `USER_001` for a budget that no plan fits, or a waiver of a rule there is none of
   */
  check(brief: Brief, options?: CheckOptions): Promise<Finding[]>;
  /** Asks the tax service about the store, where there is a key for it. @throws AuthError `AUTH_002` */
  checkBusiness(brief: Brief, options?: { readonly signal?: AbortSignal }): Promise<BusinessCheck>;
}
