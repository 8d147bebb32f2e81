/** A message about to be sent to people, with what is known of its recipients at that moment. */
export interface MessageFacts {
  readonly channel: 'sms' | 'lms' | 'mms' | 'alimtalk' | 'kakao_brand' | 'push' | 'email';
  readonly kind: 'ad' | 'info';
  readonly text: string;
  /** Instant. */
  readonly sendAt: string;
  /** AlimTalk only: the template passed the dealer's review. */
  readonly templateApproved?: boolean;
  /** Text messages only: the sender's number is registered with the carrier. */
  readonly senderRegistered?: boolean;
  /** Counts, never people. */
  readonly recipients?: {
    readonly withoutConsent: number;
    readonly withoutNightConsent: number;
    readonly optedOut: number;
    /** Consent older than two years and not confirmed again. */
    readonly staleConsent: number;
  };
}
