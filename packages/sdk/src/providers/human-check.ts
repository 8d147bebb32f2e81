import type { Mode } from '../schema/primitives.js';

export type HumanVerdict =
  /** @param name - Stands for the token, to be written down as spent: the same token has the same name. */
  | { readonly kind: 'human'; readonly name: string; readonly expiresAt: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a page needs to show the widget of a provider. Public. */
export interface HumanWidget {
  readonly siteKey: string;
  /** Its frames come from the same origin. */
  readonly scriptUrl: string;
}

export interface HumanToken {
  readonly token: string;
  /** What it pays for: asked about for another campaign, the provider has seen it before. */
  readonly campaignId: string;
}

/** Asks a provider whether the browser that got a token had a person before it. */
export interface HumanCheck {
  readonly provider: string;
  readonly mode: Mode;
  readonly widget: HumanWidget;
  /**
   * The same token may be asked about again after a lost answer. Whoever cannot be asked has not said yes: it rejects,
   * and the door stays shut.
   *
   * @throws ProviderError, AuthError `AUTH_002` when our secret is not accepted
   */
  check(token: HumanToken, signal?: AbortSignal): Promise<HumanVerdict>;
}
