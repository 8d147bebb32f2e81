/** One publication of the same words: by one store, in one mode, on one channel. */
export interface ContentClaim {
  readonly storeKey: string;
  readonly mode: string;
  readonly channel: string;
  readonly wordsHash: string;
}

/** Who has published, or is about to publish, which words. */
export interface ClaimRepository {
  holder(claim: ContentClaim): Promise<string | undefined>;
  /** Takes the claim unless another campaign has it, in one write. @returns the campaign that holds it now. */
  take(claim: ContentClaim, campaignId: string): Promise<string>;
  /** Hands a claim on, only while `from` holds it. */
  hand(claim: ContentClaim, from: string, to: string): Promise<void>;
}
