import type { Mode } from '../schema/primitives.js';

export type HumanVerdict =
  /** @param name - Stands for the token, to be written down as spent: the same token has the same name. */
  | { readonly kind: 'human'; readonly name: string; readonly expiresAt: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Asks a provider whether the browser that got a token had a person before it. */
export interface HumanCheck {
  readonly provider: string;
  readonly mode: Mode;
  /** Public: what its widget on the page is told. */
  readonly siteKey: string;
  /**
   * The same token may be asked about again after a lost answer. Whoever cannot be asked has not said yes: it rejects,
   * and the door stays shut.
   *
   * @throws ProviderError, AuthError `AUTH_002` when our secret is not accepted
   */
  check(token: string, signal?: AbortSignal): Promise<HumanVerdict>;
}
