import type { Spending } from './spending.js';

/** A one-time code that somebody asked for. Phone, address and code are keyed hashes. */
export interface CodeRequest {
  readonly id: string;
  readonly campaignId: string;
  readonly phoneIndex: string;
  /** Of the address that asked, the same in every campaign. */
  readonly clientIndex: string;
  readonly codeHash: string;
  readonly at: string;
  readonly expiresAt: string;
  /** What sending it costs, won. */
  readonly priceKrw: number;
}

export interface CodeCaps {
  /** Codes for one phone of the campaign in `windowMs`. */
  readonly perPhone: number;
  /** Codes for one address, over all campaigns, in `windowMs`. */
  readonly perClient: number;
  readonly windowMs: number;
  /** Highest sum for the codes of the campaign, won. */
  readonly budgetKrw: number;
}

export type CodeGrant =
  | { readonly kind: 'granted' }
  /** @param until - The first moment at which there is room again. */
  | { readonly kind: 'too_many'; readonly until: string }
  | { readonly kind: 'no_budget'; readonly budgetKrw: number }
  /** The challenge it was to be paid with had been spent. */
  | { readonly kind: 'spent' };

/** One-time codes: asked for within caps, tried a few times, used once. */
export interface CodeRepository {
  /**
   * Writes the code down and reserves its money, or neither, in one transaction. The challenge is spent whatever the
   * caps say: each question has its price.
   */
  reserve(request: CodeRequest, caps: CodeCaps, challenge?: Spending['challenge']): Promise<CodeGrant>;
  /** What was certainly not sent costs nothing, and can never be right. It stays counted against the caps. */
  refund(codeId: string): Promise<void>;
  /**
   * Counts a try of the phone's newest code before anybody looks at it.
   * @returns the code to compare with; `undefined` when there is none left to try
   */
  tryNewest(
    attempt: { readonly campaignId: string; readonly phoneIndex: string; readonly at: string },
    maxTries: number,
  ): Promise<{ readonly id: string; readonly codeHash: string } | undefined>;
  /** Forgets who asked for a code until then: what is left of it is the sum. @returns how many */
  forgetAskedUntil(at: string): Promise<number>;
}
