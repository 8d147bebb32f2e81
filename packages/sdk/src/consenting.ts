import type { OwnConsent, WithdrawnConsent } from './campaign/withdraw-consent.js';
import type { ReceiptRequest } from './participate/open-receipt.js';
import type { Mode } from './schema/primitives.js';

/** One person who has to hear something of their consent. The phone is masked. */
export interface DueConsent {
  readonly entryId: string;
  readonly masked: string;
  /** On which it was given, Asia/Seoul. */
  readonly consentedOn: string;
  /** On which it was taken back. */
  readonly withdrawnOn?: string | undefined;
  /** Last day on which they may be told. */
  readonly dueOn: string;
}

export interface ConsentStatus {
  readonly campaignId: string;
  /** As what messages go out: with `local` nobody is told at all. */
  readonly mode: Mode;
  /** People who agreed, did not take it back, and whose phone is kept. */
  readonly consents: number;
  /** Those who have been told what became of it, as far as the messenger took it. */
  readonly told: number;
  /** Those who have not, the earliest term first; who is in a batch under way or in doubt is not among them. */
  readonly untold: readonly DueConsent[];
  /** People who took it back and whose phone is still kept. */
  readonly withdrawn: number;
  /** Those of them who have not been told what became of that, the earliest term first. */
  readonly untoldWithdrawn: readonly DueConsent[];
  /** In a batch that is under way, waits for the morning, or is in doubt. */
  readonly pending: number;
  /** Those whose consent will soon be two years old, or is. */
  readonly toConfirm: readonly DueConsent[];
  /** When it goes on by itself: at eight in the morning, or after an outage. */
  readonly nextAt?: string | undefined;
}

/** People of one campaign who have to hear of their consents before long. */
export interface ConsentsDue {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly notice: 'result' | 'confirm';
  readonly people: number;
  /** Term of the first of them. */
  readonly dueOn: string;
}

export interface DueConsents {
  /** What is left for a person to do. */
  readonly due: readonly ConsentsDue[];
  readonly failures: readonly { readonly campaignId: string; readonly error: unknown }[];
}

/** What the law asks of whoever holds a consent to advertising. */
export interface Consenting {
  /** Who has to hear of their consent, and who has. Sends nothing. */
  consents(campaignId: string): Promise<ConsentStatus>;
  /**
   * Tells everybody who has not been told what became of their consent, or of taking it back (`result`), or whose consent has to be confirmed
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
  /**
   * Writes down that a person has told them otherwise, on the telephone or in the store: everybody whom
   * {@link tellConsents} would write to. Nothing is sent.
   */
  markConsentsTold(
    campaignId: string,
    options?: { readonly notice?: 'result' | 'confirm' | undefined },
  ): Promise<ConsentStatus>;
  /** Campaigns in which somebody has to be told within a week, or had to be; rehearsals have nobody in them. */
  consentsDue(): Promise<ConsentsDue[]>;
  /**
   * Tells those people in campaigns whose brief says `consentNotices: auto`, where there is a messenger; whom it has
   * not reached is not tried again. What is left is for a person. Harmless when called often.
   */
  tellDueConsents(options?: { readonly signal?: AbortSignal | undefined }): Promise<DueConsents>;
  /**
   * Takes back what the owner of a phone agreed to: to hear of stores. Their entries stay as they are. Harmless when
   * repeated: the first time stands.
   *
   * @param options - `campaignId`: of that campaign's store alone. @defaultValue of every store
   * @throws UserError `USER_001` for no mobile number
   */
  withdrawConsents(
    phone: string,
    options?: { readonly campaignId?: string | undefined },
  ): Promise<WithdrawnConsent[]>;
  /** What the holder of a receipt agreed to; nothing when they did not. @throws UserError `USER_087` */
  ownConsent(request: ReceiptRequest): Promise<OwnConsent | undefined>;
  /** Takes it back, in every campaign of that store. @throws UserError `USER_087` */
  withdrawOwnConsent(request: ReceiptRequest): Promise<WithdrawnConsent[]>;
}
