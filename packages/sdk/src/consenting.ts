import type { Mode } from './schema/primitives.js';

/** One person who has to hear something of their consent. The phone is masked. */
export interface DueConsent {
  readonly entryId: string;
  readonly masked: string;
  /** On which it was given, Asia/Seoul. */
  readonly consentedOn: string;
  /** Last day on which they may be told. */
  readonly dueOn: string;
}

export interface ConsentStatus {
  readonly campaignId: string;
  /** As what messages go out: with `local` nobody is told at all. */
  readonly mode: Mode;
  /** People who agreed and whose phone is kept. */
  readonly consents: number;
  /** Those who have been told what became of it, as far as the messenger took it. */
  readonly told: number;
  /** Those who have not, the earliest term first; who is in a batch under way or in doubt is not among them. */
  readonly untold: readonly DueConsent[];
  /** In a batch that is under way, waits for the morning, or is in doubt. */
  readonly pending: number;
  /** Those whose consent will soon be two years old, or is. */
  readonly toConfirm: readonly DueConsent[];
  /** When it goes on by itself: at eight in the morning, or after an outage. */
  readonly nextAt?: string | undefined;
}

/** What the law asks of whoever holds a consent to advertising. */
export interface Consenting {
  /** Who has to hear of their consent, and who has. Sends nothing. */
  consents(campaignId: string): Promise<ConsentStatus>;
  /**
   * Tells everybody who has not been told what became of their consent (`result`), or whose consent has to be confirmed
   * (`confirm`). Once each: harmless when called often. At night nobody is written to; it goes on by itself.
   *
   * @throws UserError `USER_008` before there is a plan
   */
  tellConsents(
    campaignId: string,
    options?: {
      readonly notice?: 'result' | 'confirm' | undefined;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<ConsentStatus>;
}
